"""Mail about accounts: plain text, in the portal's language."""

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send(to: str, template: str, context: dict[str, Any]) -> None:
    """`template` names two files: …_subject.txt and …_message.txt."""
    # Mail is no page: nothing in it is escaped.
    subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
    EmailMessage(subject, render_to_string(f"{template}_message.txt", context).strip() + "\n", to=[to]).send()
