"""What a reader must know before relying on a report's figures."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.reports.contents import EditionFacts, Limitation, MethodSection
from audits.statistics import FEWEST_PEOPLE, TOO_FEW


def limitations_of(
    sections: Sequence[MethodSection], editions: Sequence[EditionFacts], *, replied: int = 0
) -> tuple[Limitation, ...]:
    """First what holds of these data, method by method, then what holds of every such report."""
    if not sections:
        return ()
    found = [limitation for section in sections for limitation in _of_section(section)]
    # Nothing is said of audits whose figures are withheld: behind them are too few people.
    if replied and not all(section.is_withheld for section in sections):
        found.append(
            Limitation(
                "statements",
                ngettext(
                    "To %(count)d audit the person assessed has made a statement, printed on its card.",
                    "To %(count)d audits the people assessed have made statements, printed on their cards.",
                    replied,
                )
                % {"count": replied},
            )
        )
    if len(editions) > 1:
        found.append(
            Limitation(
                "editions",
                _(
                    "The period’s audits were made by more than one edition of the standards. Recommendations are "
                    "counted together where they mean the same; what is not the same stands apart and is in no common "
                    "figure."
                ),
            )
        )
    found += [limitation for edition in editions for limitation in _of_edition(edition)]
    return (*found, *_of_every_report())


def _of_edition(edition: EditionFacts) -> Iterable[Limitation]:
    """What the office has not confirmed yet; the annex names it."""
    if not edition.proposed:
        return
    yield Limitation(
        "unconfirmed",
        _(
            "Edition %(code)s: not yet confirmed by the office are how %(rows)d of %(all)d recommendations are judged, "
            "%(questions)d questions to the auditor and %(gates)d gate questions. Until then they are proposals; the "
            "annex names them."
        )
        % {
            "code": edition.code,
            "rows": len(edition.proposed.rows),
            "all": edition.recommendations,
            "questions": len(edition.proposed.questions),
            "gates": len(edition.proposed.gates),
        },
    )


def _of_section(section: MethodSection) -> Iterable[Limitation]:
    method = {"method": section.method_label}
    if section.is_withheld:
        yield Limitation(
            "withheld",
            _("%(method)s: fewer than %(people)d people stand behind the audits, so no figures are shown.")
            % (method | {"people": FEWEST_PEOPLE}),
        )
        return
    if section.figure.band == TOO_FEW:
        yield Limitation(
            "small_sample",
            ngettext(
                "%(method)s: %(count)d audit is too little data for a score; only counts are shown.",
                "%(method)s: %(count)d audits are too little data for a score; only counts are shown.",
                section.figure.audits,
            )
            % (method | {"count": section.figure.audits}),
        )
    if section.unattributed:
        yield Limitation(
            "nobody_named",
            ngettext(
                "%(method)s: %(count)d audit names no employee.",
                "%(method)s: %(count)d audits name no employee.",
                section.unattributed,
            )
            % (method | {"count": section.unattributed}),
        )
    if section.filled_from_memory:
        yield Limitation(
            "from_memory",
            ngettext(
                "%(method)s: %(count)d audit was finished more than 24 hours after the visit.",
                "%(method)s: %(count)d audits were finished more than 24 hours after the visit.",
                section.filled_from_memory,
            )
            % (method | {"count": section.filled_from_memory}),
        )
    if section.opened_late:
        yield Limitation(
            "opened_late",
            ngettext(
                "%(method)s: %(count)d audit was opened more than 30 days after the visit.",
                "%(method)s: %(count)d audits were opened more than 30 days after the visit.",
                section.opened_late,
            )
            % (method | {"count": section.opened_late}),
        )
    yield Limitation(
        "auditors",
        ngettext(
            "%(method)s: all audits were made by one auditor; what is the auditor's cannot be told from what is the "
            "department's.",
            "%(method)s: %(count)d auditors made the audits; how far they agree with each other was not measured.",
            section.auditors,
        )
        % (method | {"count": section.auditors}),
    )
    if len(section.parts) > 1:
        yield Limitation(
            "channels",
            _("%(method)s: the score for all channels depends on how many audits each channel had.") % method,
        )
    if any(part.figure.band == "withheld" for part in section.parts):
        yield Limitation(
            "channels_withheld",
            _(
                "%(method)s: figures by channel are not shown, because fewer than %(people)d people stand behind one "
                "of them, or behind what could be reckoned from them."
            )
            % (method | {"people": FEWEST_PEOPLE}),
        )
    if any(part.figure.band == "withheld" for part in section.edition_parts):
        yield Limitation(
            "editions_withheld",
            _(
                "%(method)s: figures by edition are not shown, because fewer than %(people)d people stand behind one "
                "of them, or behind what could be reckoned from them."
            )
            % (method | {"people": FEWEST_PEOPLE}),
        )
    if hidden := section.withheld_rows:
        yield Limitation(
            "rows_withheld",
            ngettext(
                "%(method)s: the counts of %(count)d recommendation are not shown: fewer than %(people)d people stand "
                "behind them, or they would give away those of another.",
                "%(method)s: the counts of %(count)d recommendations are not shown: fewer than %(people)d people stand "
                "behind them, or they would give away those of another.",
                hidden,
            )
            % (method | {"people": FEWEST_PEOPLE, "count": hidden}),
        )
    if any(unit.merged for unit in section.units):
        yield Limitation(
            "units_merged",
            _("%(method)s: units with fewer than %(people)d audited people are shown together.")
            % (method | {"people": FEWEST_PEOPLE}),
        )


def _of_every_report() -> Iterable[Limitation]:
    yield Limitation(
        "visits", _("Figures are shares of audited visits, calls, messages and files, not of all clients served.")
    )
    yield Limitation(
        "intervals",
        _(
            # Nothing is filled in: "95% c" only looks like it.
            # xgettext:no-python-format
            "Intervals are at 95% confidence. For scores the audit is the unit, and answers of one audit are taken to "
            "be correlated by 0.05, which is a convention."
        ),
    )
    yield Limitation(
        "proposal",
        _(
            "How each recommendation is judged, and the questions put to auditors, are the office's own arrangement "
            "and no part of the standards."
        ),
    )
    yield Limitation(
        "not_appraisal",
        _("This is not the statutory periodic appraisal of employees and is not to be used for it."),
    )
