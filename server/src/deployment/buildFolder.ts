/** Where a build on Vercel checks the repository out. */
export const buildFolder = '/vercel/path0';
