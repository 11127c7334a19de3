import type { Store } from '../store/store.ts'
import { dayOf } from '../turn/seal.ts'
import { DayFile } from './day-file.ts'

/** The file of the day on which something is written, by the store's clock. */
export class Files {
  readonly paths: string[] = []
  readonly #store: Store
  readonly #folder: string
  #open: { day: string; file: DayFile } | undefined

  constructor({ store, folder }: { store: Store; folder: string }) {
    this.#store = store
    this.#folder = folder
  }

  async append(row: object): Promise<void> {
    // An entry that was begun before midnight ends in the file in which it began.
    this.#open ??= await this.#today()
    await this.#open.file.append(row)
  }

  async flush(): Promise<void> {
    await this.#open?.file.flush()
    if (this.#open && this.#open.day !== dayOf(this.#store.now())) await this.close()
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.file.close()
  }

  async #today(): Promise<{ day: string; file: DayFile }> {
    const day = dayOf(this.#store.now())
    const file = await DayFile.open(this.#folder, day)
    if (!this.paths.includes(file.path)) this.paths.push(file.path)
    return { day, file }
  }
}
