/** What scheduled actions need to know of this machine. */
export class SchedulingSettings {
  constructor(
    /** Local folder for files in the making. */
    readonly scratchPath: string
  ) {}
}
