import {
  commands,
  Disposable,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { OverviewSource } from './overview.ts';
import type { Overview, OverviewArea, OverviewProblem, OverviewRoot } from './protocol.ts';
import { spoken } from './spoken.ts';

const viewId = 'vercelPreflight.readiness';

type Node =
  | { readonly kind: 'root'; readonly root: OverviewRoot }
  | { readonly kind: 'area'; readonly root: OverviewRoot; readonly area: OverviewArea }
  | { readonly kind: 'problem'; readonly problem: OverviewProblem };

/** The view *Deploy readiness*: roots, areas with their verdict, problems; a click goes to the line. */
export function showReadiness(source: OverviewSource): Disposable {
  void commands.executeCommand('setContext', 'vercelPreflight.started', true);
  const tree = new ReadinessTree(source);
  const view = window.createTreeView(viewId, { treeDataProvider: tree, showCollapseAll: true });
  const update = (overview: Overview) => {
    const errors = overview.roots.reduce((sum, { summary }) => sum + summary.errors, 0);
    view.badge = { value: errors, tooltip: errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors) };
    void commands.executeCommand('setContext', 'vercelPreflight.hasRoots', overview.roots.length > 0);
    // Until the server has answered, nobody says that there is no root.
    void commands.executeCommand('setContext', 'vercelPreflight.isKnown', true);
  };
  return Disposable.from(view, source.onDidChange(update));
}

/** Opens the file of a problem at its place, and its fixes: what the view's inline button does. */
export async function fixFromTree(node: unknown): Promise<void> {
  const chosen = node as Node | undefined;
  if (chosen?.kind !== 'problem') return;
  await openProblem(chosen.problem);
  await commands.executeCommand('editor.action.quickFix');
}

async function openProblem({ uri, range }: OverviewProblem): Promise<void> {
  await commands.executeCommand('vscode.open', Uri.parse(uri), { selection: rangeOf(range) });
}

const rangeOf = ({ start, end }: OverviewProblem['range']) =>
  new Range(start.line, start.character, end.line, end.character);

class ReadinessTree implements TreeDataProvider<Node> {
  readonly #source: OverviewSource;
  readonly onDidChangeTreeData: TreeDataProvider<Node>['onDidChangeTreeData'];

  constructor(source: OverviewSource) {
    this.#source = source;
    this.onDidChangeTreeData = (listener, thisArgs, disposables) =>
      source.onDidChange(() => listener.call(thisArgs, undefined), undefined, disposables);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#source.current.roots.map((root) => ({ kind: 'root', root }));
    if (node.kind === 'root') return node.root.areas.map((area) => ({ kind: 'area', root: node.root, area }));
    return node.kind === 'area' ? node.area.problems.map((problem) => ({ kind: 'problem', problem })) : [];
  }

  getTreeItem(node: Node): TreeItem {
    if (node.kind === 'root') return rootItem(node.root);
    return node.kind === 'area' ? areaItem(node.root, node.area) : problemItem(node.problem);
  }
}

/** The ids keep what is folded out as it is when the overview changes. */
function rootItem({ uri, name, headline, python }: OverviewRoot): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = uri;
  item.description = headline;
  item.tooltip = l10n.t('{0} {1}. Python {2}.', name, headline, python);
  item.iconPath = new ThemeIcon('cloud-upload');
  item.contextValue = 'root';
  item.accessibilityInformation = { label: l10n.t('{0} {1}, Python {2}', name, headline, python) };
  return item;
}

const areaIcons: Readonly<Record<OverviewArea['status'], ThemeIcon>> = {
  pass: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  warn: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  fail: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  'not-applicable': new ThemeIcon('circle-slash'),
};

const verdicts: Readonly<Record<OverviewArea['status'], string>> = {
  pass: l10n.t('pass'),
  warn: l10n.t('warn'),
  fail: l10n.t('fail'),
  'not-applicable': l10n.t('not applicable'),
};

function areaItem(root: OverviewRoot, { id, title, status, evidence, problems }: OverviewArea): TreeItem {
  const folded = status === 'fail' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(title, problems.length > 0 ? folded : TreeItemCollapsibleState.None);
  item.id = `${root.uri}#${id}`;
  item.description = spoken(evidence);
  item.tooltip = new MarkdownString(evidence);
  item.iconPath = areaIcons[status];
  item.contextValue = 'area';
  item.accessibilityInformation = { label: spoken(`${title}: ${verdicts[status]}. ${evidence}`) };
  return item;
}

const problemIcons: Readonly<Record<OverviewProblem['severity'], ThemeIcon>> = {
  error: areaIcons.fail,
  warning: areaIcons.warn,
  info: new ThemeIcon('info'),
};

const severities: Readonly<Record<OverviewProblem['severity'], string>> = {
  error: l10n.t('error'),
  warning: l10n.t('warning'),
  info: l10n.t('information'),
};

function problemItem(problem: OverviewProblem): TreeItem {
  const { message, path, range, rule, severity, fixable, uri } = problem;
  const place = `${path}:${range.start.line + 1}`;
  const item = new TreeItem(spoken(message));
  item.description = place;
  item.tooltip = new MarkdownString(`${message}\n\n${place} (${rule})`);
  item.iconPath = problemIcons[severity];
  item.contextValue = fixable ? 'problem.fixable' : 'problem';
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Go to the problem'),
    arguments: [Uri.parse(uri), { selection: rangeOf(range) }],
  };
  item.accessibilityInformation = { label: spoken(`${severities[severity]}: ${message} ${place}`) };
  return item;
}
