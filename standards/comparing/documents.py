"""Documents of the standards as PDFs, through the templates that the pages use."""

import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from standards.typesetting.pdf import render_pdf


def comparison_pdf(context: dict[str, Any], *, as_of: datetime.datetime) -> bytes:
    """What the page of a comparison shows, for paper. Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_pdf(
            render_to_string(
                "standards/comparing/comparison_pdf.html", context | {"as_of": as_of, "office": settings.OFFICE_NAME}
            ),
            title=_("Comparison of editions %(old)s and %(new)s")
            % {"old": context["old"].code, "new": context["edition"].code},
            author=settings.OFFICE_NAME,
            as_of=as_of,
            lang=settings.LANGUAGE_CODE,
            seconds=settings.REPORT_RENDER_SECONDS,
            memory_mb=settings.REPORT_RENDER_MEMORY_MB,
        )
