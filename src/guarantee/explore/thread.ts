import { parentPort, workerData } from 'node:worker_threads'
import { runTurn } from '../../turn/run-turn.ts'
import { exploreDialog } from './one-dialog.ts'
import type { Share } from './threads.ts'
import { worldsOf } from './world.ts'

const port = parentPort
if (port) {
  const { house, dialogs, taken } = workerData as Share
  const worlds = new Map(worldsOf(house.desk).map((world) => [world.dialog.id, world]))
  const next = () => dialogs[Atomics.add(taken, 0, 1)]
  for (let id = next(); id !== undefined; id = next()) {
    const world = worlds.get(id)
    if (world) port.postMessage(exploreDialog(house, world, runTurn))
  }
}
