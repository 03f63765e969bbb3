import type { Connection } from 'vscode-languageserver';
import type { FileSystem } from '../../project/files.ts';
import { decode } from '../decode.ts';
import { fileSizeRequest, listDirectoryRequest, readFileRequest } from './protocol.ts';
import { logError } from './runSafe.ts';
import { uriOf } from './uris.ts';

/** The files below `folderUri`, read by the client. A client that does not serve files has none but its open documents. */
export function clientFiles(connection: Connection, folderUri: string): FileSystem {
  const failed = (error: unknown) => logError(connection, `The client did not serve files of ${folderUri}`, error);
  return {
    async list(directory) {
      try {
        return await connection.sendRequest(listDirectoryRequest, { uri: uriOf(folderUri, directory) });
      } catch (error) {
        failed(error);
        return [];
      }
    },
    async read(path) {
      try {
        const file = await connection.sendRequest(readFileRequest, { uri: uriOf(folderUri, path) });
        return file ? decode(bytesOf(file.base64)) : undefined;
      } catch (error) {
        failed(error);
        return undefined;
      }
    },
    async size(path) {
      try {
        return (await connection.sendRequest(fileSizeRequest, { uri: uriOf(folderUri, path) })) ?? undefined;
      } catch {
        // A client of an older release: then sizes are not known, and nothing is said of them.
        return undefined;
      }
    },
  };
}

/** The bytes that the client sent. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
