import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Books, booksOrDamage, keepBooks, openBooks } from '#db/books.ts';
import { asJournalFault, guarded } from '#db/fault.ts';
import type { Store } from '#db/open.ts';
import { openRestoring, takeWish, triesNote } from '#db/rescue.ts';
import { openBulletinPlaces } from '#hal/bulletins/places.ts';
import { openSimulatedDisplay } from '#hal/display/simulated.ts';
import { openHandoverLink } from '#hal/handover-link/open.ts';
import { openHead } from '#hal/head/open.ts';
import { enrolledParty } from '#hal/keystore/identity.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { personalUnder } from '#hal/keystore/personal.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { createProber } from '#hal/link/probe.ts';
import { createTcpLink } from '#hal/link/tcp.ts';
import { openMessengers } from '#hal/messages/open.ts';
import { SimulatedPinPad } from '#hal/pin-pad/simulated.ts';
import { openEscPosPrinter } from '#hal/printer/escpos.ts';
import { simulatedPrinter } from '#hal/printer/simulated.ts';
import { openPcscReader } from '#hal/reader/pcsc.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { openReportFolder } from '#hal/reports/folder.ts';
import { answerClosed, answerWorld } from '#hal/simulator/answers.ts';
import { withDeadLine, withDeadProbes, withFullDisk } from '#hal/simulator/faulty.ts';
import { type Channel, Plug, worldChannel } from '#hal/simulator/plug.ts';
import { surroundings } from '#hal/simulator/surroundings.ts';
import { TrainingRoom } from '#hal/training/room.ts';
import { LivePanel } from '#ui/panel.ts';
import { createScreenHost } from '#ui/screen-host.ts';
import { said, sayDiagnosis } from '#ui/texts/why/say.ts';
import { textsOf } from '#ui/theme.ts';
import { createAcquirer } from './acquirer/acquirer.ts';
import { acquirerSettings } from './config/acquirer.ts';
import { type Chosen, chosenOptions, configOf } from './config/command-line.ts';
import { keystoreOptions } from './config/keys.ts';
import { linkOptions, proberOptions } from './config/link-options.ts';
import type { Config } from './config/schema.ts';
import type { CashierAction, View } from './desk/view.ts';
import { type FaultCode, isFault, takesNoRow } from './fault.ts';
import { erasingFiles, openReports } from './report/exports.ts';
import { MemoryDesk } from './restore/memory-desk.ts';
import { RescueDesk } from './restore/rescue-desk.ts';
import { slipPrinter } from './slip-printer.ts';
import { Terminal } from './terminal.ts';

const version = '0.3.0';

/** The records are damaged, or an older state is wanted: the terminal does nothing else until that is done. */
function startRescue(
  { chosen, config, plug }: Built,
  channel: Channel,
  keystore: SoftwareKeystore,
  wished: string | undefined,
): void {
  const around = surroundings(plug);
  const { data: folder } = chosen;
  const { secondPlace } = config.backup;
  const { screens, display, panel } = openPanel({ chosen, config, plug }, (act) => desk.act(act));
  const { now } = around;
  const desk: RescueDesk = new RescueDesk({
    ...around,
    config,
    simulated: true,
    why: wished === undefined ? 'damaged' : 'wanted',
    ...(wished === undefined ? {} : { agreedBy: wished }),
    restoring: openRestoring({ folder, keystore, secondPlace, now }),
    tries: triesNote(folder),
    present: (view) => panel.show(view),
    tone: (tone) => display.tone(tone),
    // The next process finds the records whole.
    over: () => process.exit(0),
  });
  answerClosed({ plug, screens, say: sayDiagnosis }, () => desk.clockChanged());
  endWith(plug, channel, async () => panel.close());
  desk.begin();
}

/** The disk takes no row: said on the glass until it does; the next process goes on from the journal. */
function haltOn(
  { config, plug }: Built,
  present: (view: View) => void,
  fault: FaultCode,
  write: () => void,
): MemoryDesk {
  const desk = new MemoryDesk({
    ...surroundings(plug),
    config,
    simulated: true,
    fault,
    present,
    tryDisk: () => guarded(write),
    over: () => process.exit(0),
  });
  desk.begin();
  return desk;
}

/** A start on a disk that takes no row. */
function startHalted(built: Built, channel: Channel, fault: FaultCode): void {
  const { chosen, plug } = built;
  const { screens, panel } = openPanel(built, (action) => desk.act(action));
  answerClosed({ plug, screens, say: sayDiagnosis }, () => undefined);
  endWith(plug, channel, async () => panel.close());
  const { now } = surroundings(plug);
  const write = (): void =>
    openBooks({ folder: chosen.data, keystore: openKeystore(built), now }).close();
  const desk: MemoryDesk = haltOn(built, (view) => panel.show(view), fault, write);
}

const openKeystore = ({ chosen, config }: Omit<Built, 'plug'>): SoftwareKeystore =>
  new SoftwareKeystore({
    ...keystoreOptions(config, true),
    folder: fileKeyFolder(join(chosen.data, 'keys')),
  });

/** Asks how far the line goes, apart from the messages on it. */
const openProber = ({ config, plug }: Built) =>
  withDeadProbes(createProber(proberOptions(config)), () => plug.faults.has('networkDown'));

type Built = { readonly chosen: Chosen; readonly config: Config; readonly plug: Plug };

/** The drivers of the devices, as the command line chose them. */
async function openDevices({ chosen, config, plug }: Built, keystore: SoftwareKeystore) {
  const { columns } = config.printer;
  const acquirer = createAcquirer({
    settings: acquirerSettings(config),
    link: withDeadLine(createTcpLink(linkOptions(config)), () => plug.faults.has('networkDown')),
    keystore,
  });
  return {
    reader: chosen.reader === 'pcsc' ? await openPcscReader() : openSimulatedReader(plug.slot()),
    head: openHead(config.head, chosen.head === 'gpio' ? undefined : plug.head()),
    printer:
      chosen.printer === 'simulated'
        ? simulatedPrinter(plug.printer(), columns)
        : openEscPosPrinter({ path: chosen.printer, columns }),
    pinPad: new SimulatedPinPad(keystore),
    acquirer,
  };
}

/** The glass: screens on LVGL, joined to the display. */
function openPanel({ config, plug }: Built, act: (action: CashierAction) => void) {
  const screens = createScreenHost({ profile: config.profile, timeZone: config.timeZone });
  const display = openSimulatedDisplay(plug.panel(), screens.width, screens.height);
  return { screens, display, panel: new LivePanel(screens, display, act) };
}

/** What belongs to a case beside its rows: reports as files, ways to its customer, and keys of its own. */
function openCaseParts({ chosen, config, plug }: Built, { documents }: Store, now: () => number) {
  const folder = openReportFolder({
    folder: join(chosen.data, 'reports'),
    secondPlace: config.reports.exportFolder,
  });
  const keys = personalUnder(fileKeyFolder(join(chosen.data, 'keys', 'personal')));
  const personal = erasingFiles(keys, folder);
  const about = { documents, config, version, simulated: true, now, folder, personal, said };
  const messengers = openMessengers(config.contact, () => plug.modem());
  return { personal, messengers, reports: openReports(about) };
}

function whenBroken(fail: (error: unknown) => void): void {
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

async function start(): Promise<void> {
  const chosen = chosenOptions();
  const config = configOf(chosen, (path) => readFileSync(path, 'utf8'));
  const channel = worldChannel();
  if (channel === undefined)
    throw new Error('the simulated terminal is started by its world: npm start');
  const plug = await Plug.in(channel);
  const built = { chosen, config, plug };
  try {
    const keystore = openKeystore(built);
    const { now } = surroundings(plug);
    const books = { folder: chosen.data, keystore, now };
    const wished = takeWish(books.folder);
    const store = wished === undefined ? booksOrDamage(books) : undefined;
    if (store === undefined) startRescue(built, channel, keystore, wished);
    else await startTerminal(built, channel, books, store);
  } catch (cause) {
    const error = asJournalFault(cause);
    if (!takesNoRow(error)) throw error;
    startHalted(built, channel, error.code);
  }
}

async function startTerminal(
  built: Built,
  channel: Channel,
  books: Books & { readonly keystore: SoftwareKeystore },
  opened: Store,
): Promise<void> {
  const { chosen, config, plug } = built;
  const { keystore } = books;
  const around = surroundings(plug);
  let halted: MemoryDesk | undefined;
  const journal = withFullDisk(opened.journal, () => plug.faults.has('diskFull'));
  const store = { ...opened, journal };
  const devices = await openDevices(built, keystore);
  const { screens, display, panel } = openPanel(built, (action) =>
    (halted ?? training).act(action),
  );
  const { printer, ...asked } = devices;
  const caseParts = openCaseParts(built, store, around.now);
  const tone = (what: Parameters<typeof display.tone>[0]) => display.tone(what);
  const shared = { ...around, config, version, simulated: true, tone };
  // Between the terminal and its glass: an exercise is seen and touched in its place.
  const training: TrainingRoom = new TrainingRoom({
    ...shared,
    printer,
    present: (view) => panel.show(view),
    act: (action) => terminal.act(action),
  });
  const enrolled = enrolledParty(join(chosen.data, 'keys'), config);
  const terminal: Terminal = new Terminal({
    ...shared,
    ...asked,
    ...store,
    trainer: training,
    masterKeys: keystore,
    prober: openProber(built),
    ...caseParts,
    ...enrolled,
    ...(await openHandoverLink(config, enrolled.party, around.now)),
    bulletins: openBulletinPlaces(config.bulletins),
    safekeeping: keepBooks(books, opened, config, () => stop()),
    operator: config.people.find(({ role }) => role === 'cashier')?.id ?? '01',
    printSlip: slipPrinter({ printer, documents: store.documents, config, simulated: true }),
    present: (view) => training.present(view),
    trace: (source, text) => plug.trace(source, text, around.now()),
  });
  plug.on('clock', () => training.clockChanged());
  answerWorld({ plug, screens, terminal, say: sayDiagnosis, ...caseParts, ...asked, ...store });
  const stop = endWith(plug, channel, async () => {
    halted?.stop();
    terminal.stop();
    panel.close();
    await Promise.allSettled(Object.values(devices).map((device) => device.close()));
    store.close();
  });
  beginGuarded(terminal, (fault) => {
    const write = () => void opened.journal.append({ events: [{ kind: 'terminal.diskBack' }] });
    halted ??= haltOn(built, (view) => training.presentBare(view), fault, write);
  });
}

/** A start over helps against our own bugs, and against damaged records; not against a disk that takes no row. */
function beginGuarded(terminal: Terminal, halt: (fault: FaultCode) => void): void {
  const fail = (cause: unknown): void => {
    const error = asJournalFault(cause);
    if (!takesNoRow(error)) tellAndEnd(error);
    terminal.halt();
    halt(error.code);
  };
  whenBroken(fail);
  try {
    terminal.begin();
  } catch (error) {
    fail(error);
  }
}

/** The world decides when a terminal ends: Ctrl-C reaches both at once, so it is left to the world. */
function endWith(plug: Plug, channel: Channel, close: () => Promise<void>): () => void {
  // A disk that takes nothing more cannot even be closed well.
  const stop = () => void close().finally(() => process.exit(0));
  plug.on('stop', stop);
  channel.closed(stop);
  process.once('SIGTERM', stop);
  process.on('SIGINT', () => undefined);
  return stop;
}

function tellAndEnd(error: unknown): never {
  const text = isFault(error)
    ? `${textsOf('zh-CN').fault[error.code]} / ${textsOf('en').fault[error.code]} (${error.code}: ${error.message})`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`holdfast: ${text}\n`);
  process.exit(1);
}

start().catch(tellAndEnd);
