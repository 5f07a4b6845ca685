interface Cluster {
  fsid: string
  folder: string
  /** Ports of 127.0.0.1. */
  monitor: number
  gateway: number
}

const STORE_BYTES = 2 * 1024 ** 3

/** The smallest cluster that serves S3: nobody signs in within it, all is kept in memory, nothing is kept twice. */
export function cephSettings({ fsid, folder, monitor, gateway }: Cluster): string {
  return `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${monitor}/0
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
auth allow insecure global id reclaim = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 2000
osd crush chooseleaf type = 0
run dir = ${folder}/run
log file = ${folder}/log/$name.log
admin socket = ${folder}/run/$name.asok
pid file = ${folder}/run/$name.pid
mon data = ${folder}/mon
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = ${STORE_BYTES}
ms bind ipv6 = false
# the gateway wants a ciphered line to the monitor otherwise, and hangs without keys
ms mon client mode = crc
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw enable usage log = false
rgw thread pool size = 32
mon osd full ratio = 0.97
mon osd backfillfull ratio = 0.95
mon osd nearfull ratio = 0.93
mon data avail crit = 1
mon data avail warn = 1
`
}
