/** Whether a link names a file on the writer's own disk: `file:///…`, or `C:\\…`, whose letter looks like a scheme. */
export function isOnOwnDisk(target: string): boolean {
  return /^\s*(?:file|[a-z]):/i.test(target);
}
