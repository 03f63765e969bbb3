import {
  CustomExecution,
  type Disposable,
  EventEmitter,
  l10n,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  type Uri,
  Uri as Uris,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { errorsOf, rootsNow, taskSource, taskType, terminalTask } from './deploy.ts';
import { type DeployTarget, deployCommand, errorHeadline, errorList } from './deployCommand.ts';
import type { DeployProblems } from './deployProblems.ts';
import type { Session } from './session.ts';

/** A task of tasks.json. */
interface DeployDefinition extends TaskDefinition {
  readonly task: 'deploy' | 'preview';
  /** Path of the root from the workspace folder; the folder itself unless given. */
  readonly root?: string;
  /** Deploys although there are errors. */
  readonly ignoreErrors?: boolean;
}

interface Parts {
  readonly session: Session;
  readonly problems: DeployProblems;
}

const names = { deploy: l10n.t('deploy to production'), preview: l10n.t('deploy preview') };
const targets: Readonly<Record<DeployDefinition['task'], DeployTarget>> = { deploy: 'production', preview: 'preview' };

/** Tasks that verify a root, then deploy it. They run when somebody runs them. */
export function provideDeployTasks(session: Session, problems: DeployProblems): Disposable {
  return tasks.registerTaskProvider(taskType, {
    provideTasks: () => offered({ session, problems }),
    resolveTask({ definition, scope }) {
      if (!isDeploy(definition)) return undefined;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return folder && taskFor({ session, problems }, definition, folder);
    },
  });
}

function isDeploy(definition: TaskDefinition): definition is DeployDefinition {
  return definition.task === 'deploy' || definition.task === 'preview';
}

/** Both tasks for each root on a disk; none where nothing may run. */
async function offered(parts: Parts): Promise<Task[]> {
  if (!workspace.isTrusted) return [];
  const client = await parts.session.client();
  return (await rootsNow(client)).flatMap(({ uri }) => {
    const folder = client.protocol2CodeConverter.asUri(uri);
    const holder = workspace.getWorkspaceFolder(folder);
    if (!holder || folder.scheme !== 'file') return [];
    const root = folder.path.slice(holder.uri.path.length).replace(/^\/+/, '');
    return (['deploy', 'preview'] as const).map((task) =>
      taskFor(parts, { type: taskType, task, ...(root === '' ? {} : { root }) }, holder),
    );
  });
}

function taskFor(parts: Parts, definition: DeployDefinition, holder: WorkspaceFolder): Task {
  const folder = Uris.joinPath(holder.uri, definition.root ?? '');
  const name = definition.root ? `${names[definition.task]} (${definition.root})` : names[definition.task];
  const execution = new CustomExecution(async () => new VerifiedDeploy(parts, definition, folder));
  return new Task(definition, holder ?? TaskScope.Workspace, name, taskSource, execution, []);
}

/** Verifies in a terminal of its own. Where all is well, `vercel` runs in another one, and its exit code is passed on. */
class VerifiedDeploy implements Pseudoterminal {
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  readonly #parts: Parts;
  readonly #definition: DeployDefinition;
  readonly #folder: Uri;
  #isClosed = false;

  constructor(parts: Parts, definition: DeployDefinition, folder: Uri) {
    this.#parts = parts;
    this.#definition = definition;
    this.#folder = folder;
  }

  open(): void {
    this.#run().then(
      (code) => this.#closed.fire(code),
      (error) => {
        this.#write(error instanceof Error ? error.message : String(error));
        this.#closed.fire(1);
      },
    );
  }

  close(): void {
    this.#isClosed = true;
  }

  async #run(): Promise<number> {
    if (!workspace.isTrusted || this.#folder.scheme !== 'file') {
      this.#write(l10n.t('Nothing is deployed: that needs a trusted folder on a disk.'));
      return 1;
    }
    this.#write(l10n.t('Verifying {0} ...', this.#folder.fsPath));
    if (!(await this.#isReady())) return 1;
    // Whoever closed the terminal meanwhile does not want to deploy any more.
    return this.#isClosed ? 1 : this.#deploy();
  }

  async #isReady(): Promise<boolean> {
    const client = await this.#parts.session.client();
    const own = this.#folder.toString().replace(/\/+$/, '');
    const roots = await rootsNow(client);
    const root = roots.find(
      ({ uri }) => client.protocol2CodeConverter.asUri(uri).toString().replace(/\/+$/, '') === own,
    );
    if (!root) {
      this.#write(l10n.t('Nothing is deployed: that folder is no deployment root. Set "root" in tasks.json to one.'));
      return false;
    }
    const errors = errorsOf(root);
    if (errors.length === 0) return true;
    this.#write(`${errorHeadline(root.name, errors.length)}\n${errorList(errors)}`);
    if (this.#definition.ignoreErrors === true) return true;
    this.#write(l10n.t('Nothing is deployed. Mend them, or set "ignoreErrors" in tasks.json.'));
    return false;
  }

  async #deploy(): Promise<number> {
    const { task } = this.#definition;
    const inner = terminalTask(deployCommand(targets[task]), `vercel: ${names[task]}`, this.#folder);
    const { exitCode } = await this.#parts.problems.run(inner, this.#folder);
    return exitCode;
  }

  #write(text: string): void {
    this.#written.fire(`${text.replaceAll('\n', '\r\n')}\r\n`);
  }
}
