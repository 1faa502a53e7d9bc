"""Addresses of signing in, with the names that allauth knows them by. Those of its views that are not here are closed:
nobody signs up, and an account's address is changed by an administrator."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.urls import include, path, reverse_lazy
from django.views.decorators.http import require_safe

from audits.access.recency import recently_authenticated
from audits.signin import views
from audits.signin.views import form

# Factors are added, removed and shown to whoever has just shown who they are. allauth asks those alone who have a
# password or a factor, not those who sign in at the office's provider.
second_factor = [
    path("", require_safe(views.SecondFactors.as_view()), name="mfa_index"),
    path("aplikacja/", form(recently_authenticated(views.ActivateApp.as_view())), name="mfa_activate_totp"),
    path("aplikacja/usuniecie/", form(recently_authenticated(views.RemoveApp.as_view())), name="mfa_deactivate_totp"),
    path("klucze/nowy/", form(recently_authenticated(passkeys.add_webauthn)), name="mfa_add_webauthn"),
    path(
        "klucze/<int:pk>/usuniecie/",
        form(recently_authenticated(views.RemovePasskey.as_view())),
        name="mfa_remove_webauthn",
    ),
    path(
        "kody/",
        require_safe(recently_authenticated(recovery_codes.view_recovery_codes)),
        name="mfa_view_recovery_codes",
    ),
    path(
        "kody/nowe/",
        form(recently_authenticated(recovery_codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "kody/plik/",
        require_safe(recently_authenticated(views.DownloadRecoveryCodes.as_view())),
        name="mfa_download_recovery_codes",
    ),
]


urlpatterns = [
    path("logowanie/", form(views.LogIn.as_view()), name="account_login"),
    path("logowanie/kod/", form(views.SecondStep.as_view()), name="mfa_authenticate"),
    path("logowanie/klucz/", form(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("wylogowanie/", views.LogOut.as_view(), name="account_logout"),
    path("potwierdzenie/", form(account.reauthenticate), name="account_reauthenticate"),
    path("potwierdzenie/kod/", form(factors.reauthenticate), name="mfa_reauthenticate"),
    path("potwierdzenie/klucz/", form(views.ConfirmByPasskey.as_view()), name="mfa_reauthenticate_webauthn"),
    path("haslo/", form(views.ChangePassword.as_view()), name="account_change_password"),
    path("haslo/nowe/", form(views.ResetPassword.as_view()), name="account_reset_password"),
    path("haslo/nowe/wyslano/", require_safe(account.password_reset_done), name="account_reset_password_done"),
    path(
        "haslo/nowe/<str:uidb36>/<str:key>/",
        form(views.NewPassword.as_view(success_url=reverse_lazy("account_login"))),
        name="account_reset_password_from_key",
    ),
    path("zaproszenie/<str:token>/", views.invitation, name="invitation"),
    path("sesje/", views.sessions, name="sessions"),
    path("sesje/zakonczenie/", views.end_sessions, name="end_sessions"),
    path("weryfikacja-dwuetapowa/", include(second_factor)),
]


if settings.OIDC_SERVER_URL:
    from allauth.socialaccount.providers.openid_connect import views as provider

    urlpatterns += [
        path("logowanie/<slug:provider_id>/", require_safe(provider.login), name="openid_connect_login"),
        path("logowanie/<slug:provider_id>/powrot/", require_safe(provider.callback), name="openid_connect_callback"),
    ]
