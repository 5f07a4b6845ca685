import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type Video from '#videos/video'

/** Deletes a video, its jobs and its files. */
export default class Delete extends BaseCommand {
  static commandName = 'delete'
  static description = 'Delete a video with its original, renditions and jobs'
  static options: CommandOptions = { startApp: true }
  static help = ['  {{ binaryName }} delete 123', '  {{ binaryName }} delete 123 --yes']

  @args.string({ description: 'Id of the video' })
  declare video: string

  @flags.boolean({ description: 'Do not ask' })
  declare yes: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { findVideo } = await import('#videos/find_video')
    const video = await findVideo(this.video)
    if (!(await this.#mayGo(video))) return this.logger.info('Nothing was deleted')
    const { default: DeleteVideo } = await import('#jobs/life/delete_video')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const deleteVideo = await this.app.container.make(DeleteVideo)
    const isGone = await deleteVideo.handle({ videoId: video.id, by: operatorAtTerminal() })
    this.#tell(video, isGone)
  }

  async #mayGo({ id, title }: Video): Promise<boolean> {
    if (this.yes) return true
    const { WrongUsage } = await import('#app/terminal/errors')
    const { printable } = await import('#app/terminal/printable')
    if (!process.stdin.isTTY) throw new WrongUsage('Nobody can be asked here: add --yes')
    return this.prompt.confirm(`Delete video ${id}, “${printable(title)}”, and all of its files?`)
  }

  #tell({ id }: Video, isGone: boolean) {
    if (this.json) return this.logger.log(JSON.stringify({ video: { id, isGone } }, null, 2))
    const after = isGone ? 'is gone' : 'goes as soon as its jobs have stopped'
    this.logger.success(`Video ${id} ${after}`)
  }
}
