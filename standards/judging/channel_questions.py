"""The form field of questions that are asked at single channels: one text each, first the question, then its parts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from standards.choices import Channel
from standards.models.wording import LONGEST_QUESTION
from standards.wording.intake import lines_of


class ChannelQuestionsWidget(forms.MultiWidget):
    def __init__(self) -> None:
        super().__init__({channel: forms.Textarea(attrs={"rows": 3, "cols": 80}) for channel in Channel.values})

    def decompress(self, value: Any) -> list[str]:
        by_channel = {item["channel"]: "\n".join([item["question"], *item["parts"]]) for item in value or []}
        return [by_channel.get(channel, "") for channel in Channel.values]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return [data.get(f"{name}_{channel}", "") for channel in Channel.values]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Folded away unless something is there: hardly any row needs it."""
        texts = value if isinstance(value, list) and all(isinstance(one, str) for one in value) else []
        texts = texts or self.decompress(value)
        described = {key: each for key, each in (attrs or {}).items() if key.startswith("aria-")}
        fields = format_html_join(
            "",
            '<p><label for="id_{}">{}</label><br>'
            '<textarea name="{}" id="id_{}" rows="3" cols="80"{}>\n{}</textarea></p>',
            (
                (key, Channel(channel).label, key, key, format_html("{}", flatatt(described)), text)
                for channel, text in zip(Channel.values, texts, strict=True)
                for key in (f"{name}_{channel}",)
            ),
        )
        opened = SafeString(" open") if any(texts) else ""
        return format_html(
            "<details{}><summary>{}</summary>{}</details>",
            opened,
            capfirst(_("another question at one channel")),
            fields,
        )


class ChannelQuestionsField(forms.Field):
    """In the model's form: a list of {channel, question, parts}, in the order of the channels."""

    widget = ChannelQuestionsWidget

    def to_python(self, value: Any) -> list[dict[str, Any]]:
        found = []
        for channel, text in zip(Channel.values, value or [""] * len(Channel.values), strict=True):
            lines = lines_of(str(text))
            if not lines:
                continue
            if len(lines[0]) > LONGEST_QUESTION:
                raise ValidationError(
                    _("%(channel)s: a question has at most %(longest)s characters.")
                    % {"channel": Channel(channel).label, "longest": LONGEST_QUESTION}
                )
            found.append({"channel": channel, "question": lines[0], "parts": lines[1:]})
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)
