/** What stands for the editor's own module where no editor runs: strings as they are in English. */
export const l10n = {
  t: (message: string, ...values: readonly unknown[]): string =>
    message.replace(/\{(\d+)\}/g, (hole, index) => (Number(index) in values ? String(values[Number(index)]) : hole)),
};
