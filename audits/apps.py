from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditsConfig(AppConfig):
    name = "audits"
    verbose_name = _("Audits")

    def ready(self) -> None:
        from audits.models import (
            AccessRecord,
            Identification,
            LogCheckpoint,
            RetentionProtocol,
            ReviewedAppointment,
            RightsReview,
        )
        from audits.signin import checks  # noqa: F401 - registers itself
        from standards import append_only

        for model in (
            AccessRecord,
            Identification,
            LogCheckpoint,
            RetentionProtocol,
            RightsReview,
            ReviewedAppointment,
        ):
            append_only.register(model)
