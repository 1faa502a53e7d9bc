from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditsConfig(AppConfig):
    name = "audits"
    verbose_name = _("Audits")

    def ready(self) -> None:
        from audits.four_eyes import founding
        from audits.models import (
            AccessRecord,
            AccountMaking,
            Block,
            BlockSums,
            BlockVersion,
            Closing,
            Departure,
            GranuleSetting,
            Identification,
            LeftOut,
            LogCheckpoint,
            RetentionProtocol,
            ReviewedAppointment,
            RightsReview,
            Supplement,
        )
        from audits.signin import (
            factors,  # noqa: F401 - registers itself
            sessions,
        )
        from standards import append_only

        sessions.listen()
        founding.listen()
        for model in (
            AccessRecord,
            AccountMaking,
            Block,
            BlockSums,
            BlockVersion,
            Closing,
            Departure,
            GranuleSetting,
            Identification,
            LeftOut,
            LogCheckpoint,
            RetentionProtocol,
            RightsReview,
            ReviewedAppointment,
            Supplement,
        ):
            append_only.register(model)
