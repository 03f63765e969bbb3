/** What our problems are called in every list of problems. */
export const diagnosticSource = 'preflight';

const repository = 'https://github.com/vercel-python-preflight/vercel-python-preflight';

/** The address of what is known of the log signature called `name`. */
export function signaturePage(name: string): string {
  return `${repository}/blob/main/docs/log-signatures.md#${name}`;
}

/** The address of the page that explains the rule called `name`. */
export function rulePage(name: string): string {
  return `${repository}/blob/main/docs/rules/${name}.md`;
}
