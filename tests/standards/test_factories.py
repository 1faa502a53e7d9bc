"""The quick way in which tests load the real edition gives what `loaddata` gives."""

import pytest
from django.core import serializers
from django.core.management import call_command

from standards.models import Area, Assessability, Edition, Occasion, Point, Publication, Recommendation, Standard
from tests.standards.factories import load_edition_2016

MODELS = (Edition, Area, Standard, Recommendation, Point, Occasion, Assessability, Publication)


def everything() -> str:
    rows = [row for model in MODELS for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True)


@pytest.mark.django_db(transaction=True)
def test_quick_load_equals_loaddata() -> None:
    call_command("loaddata", "standards/zarzadzenie-75-2016", verbosity=0)
    by_loaddata = everything()
    # Composed the first time, sent again the second.
    for _time in range(2):
        call_command("flush", interactive=False, verbosity=0)
        load_edition_2016()
        assert everything() == by_loaddata
    assert by_loaddata.count('"standards.recommendation"') == 155
