"""How forms show their fields: every form of the portal, of packages and of the administration."""

from typing import Any

from django.forms.renderers import TemplatesSetting

# Of number fields only; on a text field they mean nothing.
_OF_NUMBERS = ("min", "max", "step")


class FormRenderer(TemplatesSetting):
    """Browsers cut what is pasted at `maxlength` and turn numbers by the mouse wheel: neither is told to anybody.

    So a limit is said by `data-limit`, which a script counts down, and a number is typed. The server checks both.
    """

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> Any:
        widget = context.get("widget")
        if isinstance(widget, dict):
            _spare(widget)
        return super().render(template_name, context, request)


def _spare(widget: dict[str, Any]) -> None:
    for part in widget.get("subwidgets") or ():
        if isinstance(part, dict):
            _spare(part)
    attrs = widget.get("attrs")
    if not isinstance(attrs, dict):
        return
    kind = widget.get("type")
    if (limit := attrs.pop("maxlength", None)) is not None and kind not in ("password", "hidden"):
        attrs["data-limit"] = limit
    if kind == "number":
        widget["type"] = "text"
        whole = str(attrs.get("step", "1")) == "1"
        for name in _OF_NUMBERS:
            attrs.pop(name, None)
        attrs.setdefault("inputmode", "numeric" if whole else "decimal")
        attrs.setdefault("autocomplete", "off")
