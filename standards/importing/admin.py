"""An edition from a file or a pasted annex: looked at first, with all its faults, then written as a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.fields import Code, Text
from standards.importing import foreign
from standards.importing.annex import ParseError, read_annex
from standards.importing.annex_document import annex_document
from standards.importing.importing import InvalidDocument, document_faults, import_edition, read_document
from standards.importing.lines import MARKS, PLAIN, ROLES, SAYABLE, Role
from standards.importing.shapes import Pattern, Shaped, shaped
from standards.models import Edition, LineMeaning
from standards.pages import asked_and_sent, page
from standards.publishing.admin import drafted_before
from standards.wording.encodings import NotText, decode
from standards.wording.intake import clean

# Of a file and of what is pasted. The edition of 2016 takes a third of it.
MOST_BYTES = 800_000
MOST_FAULTS = 200


class Source(Text):
    """Kept as it was sent: whoever reads it says what is wrong in it, and where."""

    def to_python(self, value: Any) -> Any:
        return forms.CharField.to_python(self, value)


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("JSON that the portal wrote, or an annex in plain text, at most 800 kB."),
    )
    text = Source(
        label=gettext_lazy("Or its text, pasted"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "cols": 80, "spellcheck": "false"}),
        help_text=gettext_lazy("A chosen file takes the place of what stands here."),
    )
    code = Code(
        label=capfirst(gettext_lazy("code")),
        max_length=Edition._meta.get_field("code").max_length,
        required=False,
        help_text=gettext_lazy("For example 12-2027. JSON has one of its own, which this takes the place of."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is None:
            return None
        content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValidationError(_("The file is too large."))
        if told := foreign.told(content):
            raise ValidationError(told)
        try:
            decoded = decode(content)
        except NotText:
            raise ValidationError(
                _("The file is not text, or not in one encoding: save it as text in UTF-8.")
            ) from None
        if "\0" in decoded.text:
            raise ValidationError(_("The file is not text, or not in one encoding: save it as text in UTF-8."))
        if decoded.doubts:
            raise ValidationError(_("The Polish letters of the file cannot be told for certain: save it in UTF-8."))
        self.read = decoded.text
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # Of a text that is refused, too: it goes back into its box.
        typed = cleaned.get("text", self.data.get("text", "").replace("\0", ""))
        self.source = str(getattr(self, "read", typed))
        if not self.errors and not self.source.strip():
            self.add_error("text", _("Choose a file or paste the text."))
        if len(self.source.encode()) > MOST_BYTES:
            self.add_error("text", _("The text is too long."))
        if not self.errors and not cleaned["code"] and not is_json(self.source):
            self.add_error("code", _("Say which code this edition gets."))
        return cleaned

    def with_its_text(self) -> "ImportForm":
        """The same, with what the chosen file says in the box: a browser sends no file twice."""
        data: Any = self.data
        data = data.copy()
        data["text"] = self.source
        again: Any = ImportForm(data)
        again.full_clean()
        again._errors = self.errors
        return again


def is_json(text: str) -> bool:
    return text.lstrip().startswith("{")


@dataclass
class Preview:
    """What would be written, or why nothing can be."""

    document: dict[str, Any] | None = None
    faults: list[tuple[str, Any]] = field(default_factory=list)
    # Of a text that is not written as ours are: what its lines were taken for.
    read: Shaped | None = None
    # What of a pasted annex is not kept as it was, in sentences.
    told: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        return self.read.patterns if self.read else ()

    @property
    def left_out(self) -> list[str]:
        return [line.text for line in self.read.lines if line.role is Role.LEFT_OUT] if self.read else []

    @property
    def shown(self) -> list[tuple[str, Any]]:
        return self.faults[:MOST_FAULTS]

    @property
    def hidden(self) -> int:
        return max(0, len(self.faults) - MOST_FAULTS)

    @property
    def standards(self) -> list[dict[str, Any]]:
        return [one for area in self.document["areas"] for one in area["standards"]] if self.document else []

    @property
    def recommendations(self) -> int:
        return sum(len(standard["recommendations"]) for standard in self.standards)


def preview_of(text: str, code: str, sent: Mapping[str, Role | None]) -> Preview:
    """All faults of the text, the database's own included; nothing is written. `sent` was said just now."""
    shape = None
    said = any(sent.values())
    if is_json(text):
        try:
            document = read_document(text.encode())
        except InvalidDocument as invalid:
            return Preview(faults=[(fault.path, fault.problem) for fault in invalid.faults])
        if code:
            document = document | {"code": code}
    else:
        annex, unreadable = read_annex(text)
        if annex is None or said:
            shape = shaped(text, {key: role for key, role in (kept_meanings() | dict(sent)).items() if role})
            annex = shape.annex
        if annex is None:
            # Where a text nearly is as ours are, its own faults say more.
            return Preview(faults=_of_lines(shape.faults if shape and said else unreadable), read=shape)
        document = annex_document(annex, code)
        if unreadable and not said and document_faults(document):
            return Preview(faults=_of_lines(unreadable), read=shape)
    found = [(fault.path, fault.problem) for fault in document_faults(document)]
    if not found and Edition.objects.filter(code=document["code"]).exists():
        found = [("$.code", _("An edition with this code is here already."))]
    return Preview(None if found else document, found, shape)


def _of_lines(faults: Sequence[ParseError]) -> list[tuple[str, Any]]:
    return [(_("line %(line)s") % {"line": one.line}, one.problem) for one in faults]


@asked_and_sent
def import_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, ImportForm(), None)
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form.with_its_text(), None, 422)
    sent = _said(request)
    preview = preview_of(form.source, form.cleaned_data["code"], sent)
    if not is_json(form.source):
        preview.told = tuple(clean(form.source).told)
    if "write" not in request.POST:
        return _show(request, form.with_its_text(), preview, 422 if preview.faults else 200)
    done = drafted_before(request.user, form.cleaned_data["code"] or _code_in(form.source))
    if done is None and preview.document is not None:
        try:
            imported = import_edition(document=preview.document, by=request.user)  # type: ignore[arg-type]
        except InvalidDocument as invalid:
            # The same person's other click may have made it since.
            done = drafted_before(request.user, str(preview.document["code"]))
            preview = Preview(faults=[(fault.path, fault.problem) for fault in invalid.faults])
        else:
            keep_meanings(sent)
            for note in (*imported.notes, *preview.told):
                messages.warning(request, str(note))
            done = imported.edition
    if done is None:
        return _show(request, form.with_its_text(), preview, 422)
    messages.success(request, _("The draft is here: edit it standard by standard."))
    return redirect("admin:standards_edition_change", done.pk)


def _said(request: HttpRequest) -> dict[str, Role | None]:
    """What the page was told of the patterns: None where the place of each line shall tell."""
    told = {name.removeprefix("as-"): str(value) for name, value in request.POST.items() if name.startswith("as-")}
    return {
        name: Role(value) if value else None
        for name, value in told.items()
        if _may_be(name, value) or (name in PLAIN and not value)
    }


def _may_be(pattern: str, role: str) -> bool:
    return (pattern in MARKS and role in SAYABLE) or (pattern in PLAIN and role in ROLES)


def kept_meanings() -> dict[str, Role | None]:
    return {row.pattern: Role(row.role) for row in LineMeaning.objects.order_by("pk") if _may_be(row.pattern, row.role)}


@transaction.atomic
def keep_meanings(said: Mapping[str, Role | None]) -> None:
    """For the next annex of this office."""
    LineMeaning.objects.filter(pattern__in=[name for name, role in said.items() if role is None]).delete()
    # In one order, since somebody else may say the same at this moment.
    told = (LineMeaning(pattern=name, role=role.value) for name, role in sorted(said.items()) if role)
    LineMeaning.objects.bulk_create(told, update_conflicts=True, unique_fields=["pattern"], update_fields=["role"])


def _code_in(text: str) -> str:
    try:
        return str(read_document(text.encode()).get("code", ""))
    except (InvalidDocument, AttributeError):
        return ""


def _show(request: HttpRequest, form: ImportForm, preview: Preview | None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "preview": preview,
        "most_bytes": MOST_BYTES,
        "roles": [(role.value, name) for role, name in ROLES.items()],
        "of_marks": SAYABLE,
    }
    return page(request, "edition/import", _("Edition from a file or a pasted annex"), None, context, status)
