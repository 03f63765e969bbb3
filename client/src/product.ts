/** The client's id. The language client finds the setting `vercelPreflight.trace.server` by it. */
export const clientId = 'vercelPreflight';
export const clientName = 'Vercel Python Preflight';
