import { rulePage } from '../../features/rulePage.ts';
import { explainRuleRequest, rulesRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** The command of a client that shows the page of a rule; offered to clients that say they have it. */
export const explainRuleCommand = 'vercelPreflight.explainRule';

/** Answers what rules there are, and with the page of one. The pages are made here, so nothing is fetched. */
export function serveExplanations({ connection, runtime: { rules } }: Session): void {
  connection.onRequest(rulesRequest, () => rules.map(({ name, area, summary }) => ({ name, area, summary })));
  connection.onRequest(explainRuleRequest, (params) => {
    const rule = rules.find(({ name }) => name === params?.rule);
    return rule ? { markdown: rulePage(rule) } : null;
  });
}
