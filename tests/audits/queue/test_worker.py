"""Workers that are killed in the middle of a report, with nobody watching: it is made all the same, and once."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.audits.queue.processes import JOBS, MAKING, ROUNDS, STATE, Office

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("round", ROUNDS)
def test_a_report_whose_worker_is_killed_is_made_once_by_another(office: Office, round: int) -> None:  # noqa: A002
    killed = office.start("worker", "--lane", "long")
    office.wait_for(MAKING, lambda rows: rows == [("running", "typesetting")])
    office.start("worker", "--lane", "long")
    killed.kill()
    killed.wait()

    office.wait_for(STATE, lambda rows: rows == [("done", 2)])
    office.wait_for(JOBS, lambda rows: rows == [("SUCCESSFUL",)])

    ((path,),) = office.rows("SELECT file FROM audits_report")
    assert [str(found.relative_to(office.folder)) for found in office.folder.rglob("*.pdf")] == [path]


def test_a_lane_whose_process_is_killed_is_started_again(office: Office) -> None:
    parent = office.start("worker", "--lanes", "long")
    office.wait_for(MAKING, lambda rows: rows == [("running", "typesetting")])
    (lane,) = (int(number) for number in Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split())
    office.kill(lane)

    office.wait_for(STATE, lambda rows: rows == [("done", 2)])
    parent.terminate()
    assert parent.wait() == 0


def test_a_lane_that_there_is_not_is_named() -> None:
    with pytest.raises(CommandError, match="no lane fast"):
        call_command("worker", lanes="fast,long")
