import { startPrivateServers, stopPrivateServers } from '#embedded/private_servers'
import { instancePaths } from '#embedded/instance_paths'
const paths = instancePaths({MEDIAKEEP_VAR: process.argv[2]})
console.time('start')
console.log(await startPrivateServers({paths, named:{}, programs:['ffmpeg'], say:console.log}))
console.timeEnd('start')
console.time('again'); await startPrivateServers({paths, named:{}, programs:['ffmpeg'], say:console.log}); console.timeEnd('again')
if (process.argv[3]!=='keep') {console.time('stop'); await stopPrivateServers(paths); console.timeEnd('stop')}
