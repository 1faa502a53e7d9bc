"""Several people who send the same form at the same moment."""

import threading
from typing import Any

from django.db import connections
from django.test import Client

from audits.models import User


def sent_at_once(people: list[User], address: str, fields: dict[str, Any]) -> list[tuple[int, str]]:
    """The status and the target of each answer."""
    at_once = threading.Barrier(len(people))
    answers: list[tuple[int, str]] = []
    clients = []
    for person in people:
        clients.append(Client(raise_request_exception=False))
        clients[-1].force_login(person)

    def act(client: Client) -> None:
        try:
            at_once.wait(timeout=30)
            answer = client.post(address, fields)
            answers.append((answer.status_code, answer.headers.get("Location", "")))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers
