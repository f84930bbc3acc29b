/** What programs may use of bantin. Whatever is not named here may change without notice. */
export type { Diagnostic, Place, Severity } from './base/diagnostic.ts';
export { describe, type Language } from './base/messages/describe.ts';
export { type BuildInput, type BuildResult, type BuildSummary, build } from './build.ts';
export type { FileSystem } from './read/file-system.ts';
export { type MemoryFiles, memoryFileSystem } from './read/memory-file-system.ts';
export { nodeFileSystem } from './read/node-file-system.ts';
export { nodeDisk } from './write/node-disk.ts';
export { openPublication, type Publication } from './write/publish.ts';
