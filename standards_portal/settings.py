"""The portal's settings: one file, driven by the environment (`.env.example` lists every variable)."""

import datetime
import io
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from standards_portal.log_lines import logging_settings

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
DOTENV = Path(env.str("ENV_FILE", default="") or BASE_DIR / ".env")
DOTENV_FAULT = ""
try:
    if DOTENV.exists():
        env.read_env(io.StringIO(DOTENV.read_text(encoding="utf-8")))
except (OSError, UnicodeDecodeError) as _fault:
    # Told by `check --deploy`; what the environment itself sets is enough to start.
    DOTENV_FAULT = str(_fault)

DEBUG = env.bool("DEBUG", default=False)
# Off only for a portal that is served without TLS on the loopback address, as `make run` does.
HTTPS_ONLY = env.bool("HTTPS_ONLY", default=not DEBUG)

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if not DEBUG:
        raise ImproperlyConfigured(
            (f"{DOTENV} cannot be read ({DOTENV_FAULT}). " if DOTENV_FAULT else "")
            + "SECRET_KEY is not set. Set it in the environment or in .env; make a new one with: "
            'python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    SECRET_KEY = "development-only-" + "x" * 40

# Keys that were used before: what they signed or encrypted stays good.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "standards_portal.apps.PortalAdminConfig",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_filters",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "standards",
    "audits",
    # Last: of two commands of one name the one of the application named first is run, and `changepassword` is ours.
    "django.contrib.auth",
]

MIDDLEWARE = [
    # First: whatever is logged on the way names the request.
    "standards_portal.log_lines.RequestNumberMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "standards_portal.headers.CompressedPages",
    # Early, so that answers to requests that get no further have it too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "audits.signin.middleware.SecondFactorMiddleware",
    "audits.signin.middleware.LastSeenMiddleware",
    "standards_portal.headers.NoStoreMiddleware",
    "standards_portal.guessing.GuessingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Notes who is asking, as the author of what changes.
    "simple_history.middleware.HistoryRequestMiddleware",
    "standards_portal.addresses.NoNulMiddleware",
    "standards_portal.taking.TakenMiddleware",
    # Last: it answers instead of a view where too many attempts to sign in were counted.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "standards_portal.urls"
WSGI_APPLICATION = "standards_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "audits.access.permissions_of_request",
            ],
        },
    },
]

FORM_RENDERER = "standards_portal.rendering.FormRenderer"

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
DJANGO_TABLES2_TEMPLATE = "django_tables2/bootstrap5-responsive.html"

# Database: SQLite is the embedded default, PostgreSQL is production.

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'portal.sqlite3'}")}
_database = DATABASES["default"]
if not _database.get("ENGINE"):
    raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgres://.")
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["OPTIONS"] = {
        # A writer waits its turn from its first statement instead of failing at its first write.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    _database["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    _database["CONN_HEALTH_CHECKS"] = True
    # Compiling a statement takes longer than any of the portal's takes to run.
    _options = _database.setdefault("OPTIONS", {})
    _options["options"] = f"{_options.get('options', '')} -c jit=off".strip()
    if env.str("TEST_DB_SUFFIX", default=""):
        _database["TEST"] = {"NAME": f"test_{_database['NAME']}{env.str('TEST_DB_SUFFIX')}"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A covering index is made on PostgreSQL and is a plain one on SQLite: both are meant.
SILENCED_SYSTEM_CHECKS = [
    "models.W040",
    # Whether the domain's other servers must have TLS too is not the portal's to say (HSTS_SUBDOMAINS, HSTS_PRELOAD).
    "security.W005",
    "security.W021",
]

# People and sessions

AUTH_USER_MODEL = "audits.User"
SESSION_ENGINE = "audits.signin.session_store"
# By the module that has it: a session is no good whose backend is named in another way.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "audits.access.backend.AppointmentBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "audits.signin.passwords.MaximumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60
# Days for which an invitation can be used.
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)
# Whether the roles that see people's results or run the portal must have a second factor. Off for a demo only.
MFA_REQUIRED = env.bool("MFA_REQUIRED", default=True)
# Whether one administrator may confirm the power over results that they grant themselves, for want of another.
ONE_ADMINISTRATOR = env.bool("ONE_ADMINISTRATOR", default=False)
SESSION_COOKIE_AGE = env.int("SESSION_SECONDS", default=12 * 60 * 60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# The script that resends answers reads the token from the page, never from the cookie.
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "standards_portal.errors.csrf_failure"

# Signing in: django-allauth has the pages and the second factor, django-axes counts failures

ACCOUNT_ADAPTER = "audits.signin.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
# Nobody signs up: accounts are made by administrators, who invite to them.
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
# Tokens of links are bound to the account's own address; allauth keeps no second list of addresses.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Seconds after signing in, or confirming who one is, in which names are handed out without asking again.
ACCOUNT_REAUTHENTICATION_TIMEOUT = env.int("REAUTHENTICATION_SECONDS", default=10 * 60)
ACCOUNT_RATE_LIMITS = {
    # Passwords are counted by axes. What allauth would count is the office's one address, or a name from anywhere:
    # either lets one person lock out others. What stays is the second factor's, whose guesser knows the password.
    "login": None,
    "login_failed": "10/5m/key",
    "change_password": "10/5m/user",
    "reset_password": "60/m/ip,5/h/key",
    "reset_password_from_key": "60/m/ip",
}

ACCOUNT_FORMS = {
    "login": "audits.signin.forms.LoginForm",
    "change_password": "audits.signin.forms.ChangePasswordForm",
    "reset_password": "audits.signin.forms.ResetPasswordForm",
    "reset_password_from_key": "audits.signin.forms.ResetPasswordKeyForm",
    "reauthenticate": "audits.signin.forms.ReauthenticateForm",
}

MFA_ADAPTER = "audits.signin.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Who was invited has shown that the address is theirs.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A code of the half minute before and after is good too, once: telephones' clocks differ.
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}

MFA_FORMS = {
    "authenticate": "audits.signin.forms.CodeForm",
    "reauthenticate": "audits.signin.forms.ReauthenticateCodeForm",
    "activate_totp": "audits.signin.forms.ActivateAppForm",
    "authenticate_webauthn": "audits.signin.forms.PasskeyForm",
    "reauthenticate_webauthn": "audits.signin.forms.ReauthenticatePasskeyForm",
    "login_webauthn": "audits.signin.forms.LoginPasskeyForm",
    "add_webauthn": "audits.signin.forms.AddKeyForm",
}

# The office's own provider of identities, by OpenID Connect: off unless its address is given.
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
if OIDC_SERVER_URL:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_ADAPTER = "audits.signin.office_provider.ProviderAdapter"
    # A link, not a form: `form-action` of our policy would stop the provider's own redirects after a form.
    SOCIALACCOUNT_LOGIN_ON_GET = True
    SOCIALACCOUNT_STORE_TOKENS = False
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "urzad",
                    "name": "OpenID Connect",
                    "client_id": env.str("OIDC_CLIENT_ID"),
                    "secret": env.str("OIDC_CLIENT_SECRET"),
                    "settings": {"server_url": OIDC_SERVER_URL},
                }
            ],
        }
    }

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
# Where so many names were tried from one address in that time, it lets in only who has signed in from it before.
NAMES_TRIED_FROM_ADDRESS = env.int("NAMES_TRIED_FROM_ADDRESS", default=20)
# Trying on while locked does not make it longer: the time that the page tells holds.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "audits.signin.lockout.account_name"
AXES_CLIENT_IP_CALLABLE = "audits.signin.lockout.address_counted"
AXES_LOCKOUT_CALLABLE = "audits.signin.lockout.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "credential", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Limits of rate and used codes: one store for all processes, made by `migrate`.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "portal_cache"}}

# So many different addresses "not found" within so many seconds are told in the log, once.
GUESSES_TOLD = env.int("GUESSES_TOLD", default=15)
GUESSES_SECONDS = env.int("GUESSES_SECONDS", default=60)

# From where /health/live, /health/ready and /metrics are answered: addresses and networks; nobody else finds them.
HEALTH_FROM = env.list("HEALTH_FROM", default=["127.0.0.0/8", "::1/128"])

# Transport and headers

SESSION_COOKIE_SECURE = HTTPS_ONLY
CSRF_COOKIE_SECURE = HTTPS_ONLY
SECURE_SSL_REDIRECT = HTTPS_ONLY
# Asked by what watches the portal, past the proxy.
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 60 * 60 if HTTPS_ONLY else 0)
# What is promised here binds other servers of the office's domain for as long: whoever answers for those says yes.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

_FROM_HERE = ("default", "script", "style", "img", "font", "connect", "manifest", "worker")
_OTHERS = {"object-src": [NONE], "base-uri": [NONE], "frame-ancestors": [NONE], "form-action": [SELF]}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {f"{kind}-src": [SELF] for kind in _FROM_HERE} | _OTHERS}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}

# Language and time: stored in UTC, shown as in Warsaw

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Warsaw"

# Files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# Compressed already; and the TrueType fonts, which only PDFs use, would take half of the set-up's compressing.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["gif", "jpeg", "jpg", "png", "ttf", "webp", "woff", "woff2"]
# Other sites have no business with them: WhiteNoise would let their scripts read all.
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # Reports: never under a public address, only through a view that checks who asks.
        "OPTIONS": {"location": env.str("PRIVATE_MEDIA_ROOT", default=str(BASE_DIR / "private"))},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Jobs

# Of RabbitMQ, which tells the workers of jobs at once; without it they look into the database. Several portals on one
# RabbitMQ have queues of different names.
QUEUE_URL = env.str("QUEUE_URL", default="")
QUEUE_NAME = env.str("QUEUE_NAME", default="standards-portal")
if QUEUE_URL and not QUEUE_URL.startswith(("amqp://", "amqps://")):
    raise ImproperlyConfigured("QUEUE_URL must start with amqp:// or amqps://.")
_JOBS = "audits.queue.broker.BrokerBackend" if QUEUE_URL else "django_tasks_db.DatabaseBackend"
if env.bool("JOBS_IMMEDIATE", default=False):
    _JOBS = "django_tasks.backends.immediate.ImmediateBackend"
TASKS = {
    "default": {
        "BACKEND": _JOBS,
        # The lanes of `manage.py worker`; letters wait in a table of their own.
        "QUEUES": ["short", "long"],
    }
}
# One report may take this long and this much before it is stopped, so that it never blocks the others.
REPORT_RENDER_SECONDS = env.int("REPORT_RENDER_SECONDS", default=120)
REPORT_RENDER_MEMORY_MB = env.int("REPORT_RENDER_MEMORY_MB", default=3072)
# Whether the worker keeps a process that has loaded the typesetting library, from its first report on: 70 MB for a
# second of each report. Jobs that are done at once would keep one in each process of the web server.
REPORT_KEEP_WARM = env.bool("REPORT_KEEP_WARM", default=not env.bool("JOBS_IMMEDIATE", default=False))

# The office

OFFICE_NAME = env.str("OFFICE_NAME", default="Urząd m.st. Warszawy")
# Share of recommendations met at which a unit is said to meet the standards, and the smallest sample judged.
SCORE_TARGET_PERCENT = env.int("SCORE_TARGET_PERCENT", default=90)
SMALLEST_SAMPLE = env.int("SMALLEST_SAMPLE", default=5)

# Without a server nothing is sent, and nothing written to a log instead: letters hold links that let in.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
# Seconds that a mail server has for each of its answers.
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=10)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

LOGGING = logging_settings(level=env.str("LOG_LEVEL", default="INFO"), as_json=env.bool("LOG_JSON", default=False))
