/** A distribution that fails at import unless another one is held below a version, which its own metadata do not do. */
export interface Companion {
  readonly name: string;
  /** The releases of it that fail. */
  readonly releases: string;
  readonly companion: string;
  /** The first release of the companion with which it fails. */
  readonly before: string;
  /** What happens otherwise, for the end of a sentence. */
  readonly fails: string;
  /** Distributions that hold the companion below that version themselves. */
  readonly heldBy: readonly string[];
}

/**
 * Source: https://github.com/pallets/werkzeug/issues/2789 (Flask 2.2.2 imports what Werkzeug 3 removed; 2.3 is compatible),
 * https://github.com/jazzband/djangorestframework-simplejwt/issues/762 (5.3.0 needs pkg_resources),
 * https://github.com/axnsan12/drf-yasg/issues/875 (1.21.7, mended by #891),
 * https://setuptools.pypa.io/en/stable/history.html (82 removed pkg_resources). What holds Werkzeug is general knowledge.
 * Date: 2026-11-25
 */
export const companions: readonly Companion[] = [
  {
    name: 'flask',
    releases: '>=2.0,<2.2.4',
    companion: 'Werkzeug',
    before: '3',
    fails: '`url_quote` is gone from Werkzeug 3',
    heldBy: [
      'connexion',
      'flask-restplus',
      'flask-restx',
      'jupyter-dash',
      'apache-airflow',
      'moto',
      'dash',
      'flask-appbuilder',
      'odoo',
    ],
  },
  {
    name: 'djangorestframework-simplejwt',
    releases: '<=5.3.0',
    companion: 'setuptools',
    before: '82',
    fails: 'it imports `pkg_resources`',
    heldBy: [],
  },
  {
    name: 'drf-yasg',
    releases: '<=1.21.7',
    companion: 'setuptools',
    before: '82',
    fails: 'it imports `pkg_resources`',
    heldBy: [],
  },
];
