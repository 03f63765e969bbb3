import { moduleName } from '../../deployment/moduleReference.ts';
import { bindings } from '../../documents/python/scope.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { documentAt } from '../../project/files.ts';
import { relativeTo } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { adapterOf } from './adapters.ts';
import { changeSetting, entrypointSetting } from './entrypointSetting.ts';
import { project } from './exampleHeads.ts';

const head = '[tool.vercel]\nentrypoint = ';
const web = '-- web.py\nfrom fastapi import FastAPI\nfrom mangum import Mangum\n\n';

export default defineRule({
  name: 'entrypoint-setting-adapter',
  area: 'handler',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`[tool.vercel] entrypoint` names an adapter for AWS Lambda.',
  why: 'The runtime takes an object that is called with two arguments for WSGI. Mangum then gets a WSGI environment for its event, and every request fails with `RuntimeError: The adapter was unable to infer a handler to use for the event.`',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${project}${head}"«web:handler»"\n${web}app = FastAPI()\nhandler = Mangum(app)\n`,
      fixed: `${project}${head}"web:app"\n${web}app = FastAPI()\nhandler = Mangum(app)\n`,
    },
    {
      files: `${project}${head}"«web:lambda_handler»"\n${web}api = FastAPI()\nlambda_handler = Mangum(api, lifespan="off")\n`,
      fixed: `${project}${head}"web:api"\n${web}api = FastAPI()\nlambda_handler = Mangum(api, lifespan="off")\n`,
    },
    {
      files: `${project}${head}"«web:handler»"\n${web}handler = Mangum(FastAPI())\n`,
      note: 'the application has no name',
    },
    { files: `${project}${head}"web:app"\n${web}app = FastAPI()\nhandler = Mangum(app)\n` },
    { files: `${project}${head}"web:app"\n${web}app = Mangum(FastAPI())\n`, note: 'a rule on the module speaks of it' },
    { files: `${project}${head}"web:handler"\n${web}app = FastAPI()\nhandler = Mangum(`, note: 'half typed' },
  ],

  *check(document, context) {
    const setting = entrypointSetting(document, context);
    const variable = setting?.reference?.variable ?? '';
    if (!setting || setting.file === undefined || applicationNames.includes(variable)) return;
    const module = documentAt(context.project.files, setting.file, 'python');
    const last = module && bindings(module).findLast(({ name }) => name === variable);
    if (!module || module.hasError || !last?.value || last.conditional || last.tuple) return;
    const adapter = adapterOf(module, last.value);
    if (!adapter) return;
    const { value } = adapter.application;
    const isNamed =
      value.kind === 'name' && bindings(module).some(({ name, conditional }) => name === value.id && !conditional);
    const path = relativeTo(context.project.root, setting.file);
    const meant = value.kind === 'name' && isNamed ? value.id : undefined;
    const advice = meant === undefined ? 'Bind the application and name it.' : `Name \`${meant}\`.`;
    yield {
      span: setting.span,
      message: `Vercel takes the adapter \`${variable}\` for a WSGI application, and every request fails. ${advice}`,
      related: [{ path: setting.file, span: last.statement.span, message: 'The adapter is made here.' }],
      fixes: meant === undefined ? [] : changeSetting(document, setting, `${moduleName(path)}:${meant}`),
    };
  },
});
