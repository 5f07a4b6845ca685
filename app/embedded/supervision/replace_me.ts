/** Exit code of a process that is well but wants a fresh one in its place; EX_TEMPFAIL of sysexits(3). */
export const REPLACE_ME = 75
