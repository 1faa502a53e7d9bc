"""The portal's addresses."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView

from audits.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("audits.urls")),
    path("standardy/", include("standards.urls")),
    path("logowanie/", auth_views.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("wylogowanie/", auth_views.LogoutView.as_view(), name="logout"),
    path("haslo/", auth_views.PasswordChangeView.as_view(), name="password_change"),
    path("haslo/zmienione/", auth_views.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path(
        "dostepnosc/",
        login_not_required(TemplateView.as_view(template_name="accessibility.html")),
        name="accessibility",
    ),
    path("administracja/", admin.site.urls),
]
