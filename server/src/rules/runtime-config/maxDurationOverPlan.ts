import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { jsonAt, propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { planLimits } from '../../facts/planLimits.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'max-duration-over-plan',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: '`maxDuration` is more than the Hobby plan allows.',
  why: 'The schema takes up to 3600 seconds. What a deployment may have depends on the plan and is checked on the server only: 300 seconds on Hobby, 800 on Pro and Enterprise (as documented in December 2025).',
  ignore: 'The plan allows it. Vercel writes the plan into no file, so this is said whatever it is.',
  source: 'https://vercel.com/docs/functions/configuring-functions/duration',
  examples: [
    { files: '-- vercel.json\n{\n  "functions": { "api/*.py": { "maxDuration": «600» } }\n}\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": «900» } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 300 } } }\n' },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": "max" } } }\n' },
    {
      files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 86400 } } }\n',
      note: 'no plan at all takes it: an error of its own',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 600', note: 'half typed' },
  ],

  *check(document, { deployment }) {
    if (!configurationOf(document) || deployment.mode === 'builds') return;
    for (const entry of propertiesOf(jsonAt(document, ['functions']))) {
      const value = propertiesOf(entry.value).findLast(({ name }) => name === 'maxDuration')?.value;
      const seconds = value?.value;
      if (!value || !Number.isInteger(seconds) || seconds <= planLimits.hobby || seconds > planLimits.schema) continue;
      yield {
        span: spanOf(value),
        message:
          seconds > planLimits.pro
            ? `${seconds} seconds is more than the documented maximum of any plan, ${planLimits.pro}. Lower it, or ask Vercel for more.`
            : `${seconds} seconds takes a Pro or Enterprise plan: Hobby allows ${planLimits.hobby}. Lower it if this project is on Hobby.`,
      };
    }
  },
});
