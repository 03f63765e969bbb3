/**
 * What text proves to be a credential: the prefixes that services give their keys so that scanners find them.
 *
 * Source: general knowledge of the formats as the services document them
 * Date: 2026-11-25
 */
export interface TokenForm {
  /** The service, as its users call it. */
  readonly service: string;
  readonly pattern: RegExp;
}

export const tokenForms: readonly TokenForm[] = [
  { service: 'Anthropic', pattern: /^sk-ant-[\w-]{20,}$/ },
  { service: 'OpenAI', pattern: /^sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9][\w-]{31,}$/ },
  { service: 'Stripe', pattern: /^(?:sk|rk)_live_[A-Za-z0-9]{16,}$/ },
  { service: 'Stripe', pattern: /^whsec_[A-Za-z0-9+/=]{24,}$/ },
  { service: 'GitHub', pattern: /^(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})$/ },
  { service: 'GitLab', pattern: /^glpat-[\w-]{20,}$/ },
  { service: 'AWS', pattern: /^(?:AKIA|ASIA)[A-Z0-9]{16}$/ },
  { service: 'Google', pattern: /^AIza[\w-]{35}$/ },
  { service: 'Slack', pattern: /^xox[abprs]-[A-Za-z0-9-]{20,}$/ },
  { service: 'SendGrid', pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
  { service: 'Hugging Face', pattern: /^hf_[A-Za-z0-9]{30,}$/ },
  { service: 'Groq', pattern: /^gsk_[A-Za-z0-9]{40,}$/ },
  { service: 'Resend', pattern: /^re_[A-Za-z0-9]{8,}_[A-Za-z0-9]{16,}$/ },
  { service: 'Telegram', pattern: /^\d{8,10}:AA[\w-]{33}$/ },
  { service: 'Supabase', pattern: /^sb_secret_[\w-]{20,}$/ },
  { service: 'PyPI', pattern: /^pypi-[\w-]{50,}$/ },
  { service: 'npm', pattern: /^npm_[A-Za-z0-9]{36}$/ },
  { service: 'DigitalOcean', pattern: /^dop_v1_[a-f0-9]{64}$/ },
];

/** Names of variables whose value is a credential. */
export const secretNames = /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PWD|APIKEY|KEY|CREDENTIALS?)(?:_KEY)?$/i;

/** Names whose values are meant for everybody: what goes into a browser, and names that only end like those above. */
export const publicNames =
  /^(?:NEXT_PUBLIC_|NUXT_PUBLIC_|EXPO_PUBLIC_|VITE_|REACT_APP_|GATSBY_|PUBLIC_)|(?:PUBLIC|PUBLISHABLE|ANON|SITE|CACHE|SORT|PRIMARY|FOREIGN|PARTITION|INDEX)_KEY$|FIREBASE_(?:WEB_)?(?:API_)?KEY$|MAPS_(?:API_)?KEY$/i;
