/**
 * How a first deployment chooses its framework preset: by files in the root folder and by text in them.
 *
 * Source: `@vercel/frameworks` 3.34.0, all presets but the experimental ones, in its order; a test holds them equal
 * Date: 2026-11-23
 */
export interface Detector {
  /** A dependency in package.json. */
  readonly package?: string;
  /** A file, which must hold `content` where that is given. */
  readonly path?: string;
  readonly content?: RegExp;
}

export interface PresetDetector {
  readonly preset: string;
  /** All of these must be there... */
  readonly every: readonly Detector[];
  /** ...and one of these, if there are any. */
  readonly some: readonly Detector[];
  /** Presets that do not count beside this one. */
  readonly supersedes: readonly string[];
}

type Spare = Partial<Omit<PresetDetector, 'preset'>>;

/** The preset of a package. */
function packaged(preset: string, name: string, spare: Spare = {}): PresetDetector {
  return { preset, every: [{ package: name }], some: [], supersedes: [], ...spare };
}

function anyOf(preset: string, some: readonly Detector[], supersedes: readonly string[] = []): PresetDetector {
  return { preset, every: [], some, supersedes };
}

function allOf(preset: string, every: readonly Detector[], supersedes: readonly string[] = []): PresetDetector {
  return { preset, every, some: [], supersedes };
}

const packages = (...names: readonly string[]): Detector[] => names.map((name) => ({ package: name }));
const paths = (...names: readonly string[]): Detector[] => names.map((path) => ({ path }));
const withText = (content: RegExp, ...names: readonly string[]): Detector[] => names.map((path) => ({ path, content }));

const extensions = ['cjs', 'js', 'mjs', 'mts', 'ts', 'cts'] as const;
const scripts = (...names: readonly string[]) =>
  names.flatMap((name) => extensions.map((extension) => `${name}.${extension}`));

const servers = ['app', 'index', 'server', 'src/index', 'src/app', 'src/server'] as const;

/** A package that a script of the root folder or of `src` imports. */
function server(preset: string, name: string, files: readonly string[] = servers): PresetDetector {
  const content = new RegExp(`(?:from|require|import)\\s*(?:\\(\\s*)?["']${name}["']\\s*(?:\\))?`, 'm');
  return packaged(preset, name, { some: withText(content, ...scripts(...files)), supersedes: ['node'] });
}

const manifests = ['requirements.txt', 'pyproject.toml', 'Pipfile'] as const;
const dependsOn = (name: string): RegExp => new RegExp(`"(dev)?(d|D)ependencies":\\s*{[^}]*"${name}[^}]*}`, 'm');
const remixSupersedes = ['hydrogen', 'vite', 'node'];
const startPackages = packages('@tanstack/react-start', '@tanstack/solid-start');
const lovable = '@lovable.dev/vite-tanstack-config';

/** In the order in which they win. */
export const presetDetectors: readonly PresetDetector[] = [
  anyOf('container', paths('Dockerfile.vercel', 'Containerfile.vercel')),
  anyOf('blitzjs', paths('blitz.config.js', 'blitz.config.ts')),
  packaged('nextjs', 'next'),
  packaged('gatsby', 'gatsby'),
  anyOf('remix', [...packages('@remix-run/dev'), ...paths('remix.config.js', 'remix.config.mjs')], remixSupersedes),
  anyOf(
    'react-router',
    [
      ...withText(/@react-router\/dev\/vite/m, 'vite.config.js', 'vite.config.ts'),
      ...paths('react-router.config.js', 'react-router.config.ts'),
    ],
    remixSupersedes,
  ),
  packaged('astro', 'astro'),
  packaged('hexo', 'hexo'),
  packaged('eleventy', '@11ty/eleventy'),
  anyOf('docusaurus-2', packages('@docusaurus/core')),
  anyOf('docusaurus', packages('docusaurus')),
  packaged('preact', 'preact-cli'),
  allOf('solidstart-1', packages('solid-js', '@solidjs/start')),
  allOf('solidstart', packages('solid-js', 'solid-start')),
  anyOf('dojo', [...packages('@dojo/framework'), ...paths('.dojorc')]),
  anyOf('ember', packages('ember-source', 'ember-cli')),
  packaged('vue', '@vue/cli-service'),
  packaged('scully', '@scullyio/init'),
  packaged('ionic-angular', '@ionic/angular'),
  packaged('angular', '@angular/cli'),
  packaged('polymer', 'polymer-cli'),
  allOf('svelte', packages('svelte', 'sirv-cli')),
  allOf('sveltekit', withText(dependsOn('@sveltejs\\/kit":\\s*"1\\.0\\.0-next\\.(\\d+)"'), 'package.json'), ['vite']),
  allOf('sveltekit-1', withText(dependsOn('@sveltejs\\/kit":\\s*".+?"'), 'package.json'), ['vite']),
  packaged('ionic-react', '@ionic/react'),
  anyOf('create-react-app', packages('react-scripts', 'react-dev-utils')),
  packaged('gridsome', 'gridsome'),
  packaged('umijs', 'umi'),
  packaged('sapper', 'sapper'),
  packaged('saber', 'saber'),
  packaged('stencil', '@stencil/core'),
  anyOf('nuxtjs', packages('nuxt', 'nuxt3', 'nuxt-edge', 'nuxt-nightly'), ['nitro']),
  packaged('redwoodjs', '@redwoodjs/core'),
  anyOf('hugo', withText(/baseURL/m, 'config.yaml', 'config.toml', 'config.json')),
  allOf('jekyll', paths('_config.yml')),
  anyOf('brunch', [...packages('brunch'), ...paths('brunch-config.js')]),
  allOf('middleman', paths('config.rb')),
  allOf('zola', withText(/base_url/m, 'config.toml')),
  anyOf('hydrogen', [...packages('@shopify/hydrogen'), ...paths('hydrogen.config.js', 'hydrogen.config.ts')], ['vite']),
  packaged('vite', 'vite', { supersedes: ['ionic-react'] }),
  packaged('tanstack-start', '@tanstack/router-plugin', { some: startPackages, supersedes: ['ionic-react', 'vite'] }),
  packaged('tanstack-start-lovable', lovable, {
    some: startPackages,
    supersedes: ['tanstack-start', 'ionic-react', 'vite'],
  }),
  packaged('vitepress', 'vitepress'),
  packaged('vuepress', 'vuepress'),
  packaged('parcel', 'parcel'),
  anyOf('fastapi', withText(/fastapi/m, ...manifests), ['python']),
  anyOf('flask', withText(/[Ff]lask/m, ...manifests), ['python']),
  allOf('fasthtml', withText(/python-fasthtml/m, 'requirements.txt'), ['python']),
  anyOf(
    'django',
    [...withText(/[Dd]jango/m, ...manifests), ...withText(/DJANGO_SETTINGS_MODULE/m, 'manage.py')],
    ['python'],
  ),
  allOf('factory-eve', packages('eve', '@vercel/factory'), ['eve']),
  allOf('eve', withText(dependsOn('eve":\\s*".+?"'), 'package.json')),
  packaged('sanity', 'sanity', {
    some: paths('sanity.config.js', 'sanity.config.jsx', 'sanity.config.ts', 'sanity.config.tsx'),
  }),
  {
    preset: 'sanity-v2',
    every: withText(dependsOn('@sanity/cli":\\s*"\\^?2\\..*"'), 'package.json'),
    some: paths('sanity.json'),
    supersedes: [],
  },
  packaged('storybook', 'storybook'),
  anyOf('nitro', packages('nitropack', 'nitro'), ['vite']),
  server('hono', 'hono'),
  server('express', 'express'),
  server('h3', 'h3'),
  server('koa', 'koa'),
  server('nestjs', '@nestjs/core', ['src/main', 'main', ...servers]),
  server('elysia', 'elysia'),
  server('fastify', 'fastify'),
  anyOf('xmcp', [...paths('xmcp.config.ts', 'xmcp.config.js'), ...packages('xmcp')]),
  anyOf('python', paths(...manifests)),
  allOf('rust', paths('Cargo.toml', 'src/main.rs')),
  anyOf('node', paths(...scripts('server', 'src/server'))),
  {
    preset: 'go',
    every: paths('go.mod'),
    some: paths('main.go', 'cmd/api/main.go', 'cmd/server/main.go'),
    supersedes: [],
  },
  packaged('mastra', 'mastra'),
];
