"""Forms in which administrators edit an edition: channels are boxes to tick."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.fields import Text
from standards.judging.channel_questions import ChannelQuestionsField
from standards.models import Assessability, Occasion, Recommendation
from standards.models.wording import LONGEST_SHORT_NAME
from standards.wording.intake import lines_of


class LinesField(forms.CharField):
    """A list of texts, one a line; empty lines are dropped."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 80})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return lines_of(value or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class ChannelsField(forms.MultipleChoiceField):
    """The channels at which one method sees a row."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, method: Method, **kwargs: Any) -> None:
        channels: list[Any] = [(channel, Channel(channel).label) for channel in CHANNELS_OF_METHOD[method]]
        super().__init__(label=method.label, choices=channels, required=False, **kwargs)


class RecommendationChoice(forms.ModelChoiceField):
    def label_from_instance(self, recommendation: Any) -> str:
        text = recommendation.text
        return f"{recommendation.label}. {text if len(text) <= 80 else text[:79] + '…'}"


class AssessabilityForm(forms.ModelForm):
    """How a recommendation is judged; occasions and recommendations offered are those of its own edition."""

    mystery = ChannelsField(Method.MYSTERY)
    observation = ChannelsField(Method.OBSERVATION)
    documents = ChannelsField(Method.DOCUMENTS)
    question = Text(
        label=capfirst(_("factual question")),
        max_length=Assessability._meta.get_field("question").max_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 80}),
    )
    parts = LinesField(
        label=capfirst(_("parts")),
        required=False,
        help_text=_(
            "One a line. What a compound act is made of; only then can it be met in part. Of a breach its two degrees: "
            "the milder, which counts as a breach in part, then the graver, which alone is critical."
        ),
    )
    channel_questions = ChannelQuestionsField(
        label=capfirst(_("questions of single channels")),
        required=False,
        help_text=_(
            "Only where something else is seen or heard at a channel. First line: the question; then its parts, "
            "one a line."
        ),
    )
    excludes = RecommendationChoice(
        label=capfirst(_("excludes")),
        queryset=Recommendation.objects.select_related("standard").order_by("standard__position", "position"),
        required=False,
        help_text=_("Only one of the two can apply."),
    )

    class Meta:
        model = Assessability
        fields = (
            "mystery",
            "observation",
            "documents",
            "question",
            "parts",
            "channel_questions",
            "short_name",
            "refrain",
            "ask_first",
            "block",
            "occasion",
            "attribution",
            "delayed",
            "critical",
            "weight",
            "same_matter",
            "excludes",
            "note",
        )
        widgets = {"short_name": forms.TextInput(attrs={"size": LONGEST_SHORT_NAME + 5})}

    def __init__(self, *args: Any, edition_id: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if edition_id is None and self.instance.recommendation_id:
            edition_id = self.instance.recommendation.standard.edition_id
        occasions: Any = self.fields["occasion"]
        occasions.queryset = Occasion.objects.filter(edition=edition_id)
        excludes: Any = self.fields["excludes"]
        excludes.queryset = excludes.queryset.filter(standard__edition=edition_id).exclude(
            pk=self.instance.recommendation_id
        )
