"""The portal's addresses."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path

urlpatterns = [
    path("", include("audits.urls")),
    path("standardy/", include("standards.urls")),
    path("logowanie/", auth_views.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("wylogowanie/", auth_views.LogoutView.as_view(), name="logout"),
    path("administracja/", admin.site.urls),
]
