/** A Django project, up to the settings that an example adds. */
export const django =
  '-- requirements.txt\nDjango==5.1.4\n-- manage.py\nimport os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n-- shop/wsgi.py\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n-- shop/settings.py\nimport os\n\nWSGI_APPLICATION = "shop.wsgi.application"\n';

/** A database of PostgreSQL with `rest` among its settings. */
export const postgres = (rest: string) =>
  `DATABASES = {\n    "default": {\n        "ENGINE": "django.db.backends.postgresql",\n        "NAME": "shop",\n        ${rest},\n    }\n}\n`;
