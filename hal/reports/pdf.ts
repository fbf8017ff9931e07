import { createRequire } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';
import type { ReportPages, ReportSection } from '#src/report/document.ts';

/** The pages of a report as PDF (A4), drawn in a thread of its own: the screen goes on answering. */
export function drawPdf(pages: ReportPages): Promise<Uint8Array> {
  const order: PdfOrder = { pdfPages: pages };
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing of a report ended with ${code}`)));
  });
}

type PdfOrder = { readonly pdfPages: ReportPages };

const isOrder = (data: unknown): data is PdfOrder =>
  typeof data === 'object' && data !== null && 'pdfPages' in data;

/** Points: an A4 page and its margin. */
const margin = 48;
const barHeight = 10;
const nameWidth = 150;
const ink = '#10151f';
const quiet = '#5a6472';
const strong = '#0a45bd';
const pale = '#7f8a99';

const require = createRequire(import.meta.url);
const fontFolder = '@expo-google-fonts/noto-sans-sc';
const fontPath = {
  regular: require.resolve(`${fontFolder}/400Regular/NotoSansSC_400Regular.ttf`),
  bold: require.resolve(`${fontFolder}/700Bold/NotoSansSC_700Bold.ttf`),
};

type Sheet = InstanceType<typeof PDFDocument>;

/** Only what is used of each font goes into the file. */
async function draw(pages: ReportPages): Promise<Uint8Array> {
  const sheet = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    info: { Title: pages.title, Producer: 'Holdfast' },
  });
  const parts: Uint8Array[] = [];
  sheet.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve) => sheet.on('end', () => resolve()));
  sheet.registerFont('regular', fontPath.regular);
  sheet.registerFont('bold', fontPath.bold);
  sheet.font('bold').fontSize(16).fillColor(ink).text(pages.title);
  sheet.font('regular').fontSize(10).fillColor(quiet).text(pages.subtitle);
  for (const section of pages.sections) drawSection(sheet, section);
  drawEdges(sheet, pages);
  sheet.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

function drawSection(sheet: Sheet, section: ReportSection): void {
  sheet.moveDown(1);
  if (section.type !== 'facts') {
    room(sheet, 60);
    sheet.font('bold').fontSize(11).fillColor(ink).text(section.title, margin);
    sheet.moveDown(0.3);
  }
  if (section.type === 'facts')
    for (const [name, value] of section.rows) drawFact(sheet, name, value);
  else if (section.type === 'list')
    for (const item of section.items)
      sheet.font('regular').fontSize(9).fillColor(ink).text(`· ${item}`, margin);
  else drawBars(sheet, section.bars);
}

function drawFact(sheet: Sheet, name: string, value: string): void {
  room(sheet, 30);
  const { y } = sheet;
  sheet.font('regular').fontSize(10).fillColor(quiet).text(name, margin, y, { width: nameWidth });
  const below = sheet.y;
  const width = sheet.page.width - 2 * margin - nameWidth;
  sheet
    .font('bold')
    .fillColor(ink)
    .text(value, margin + nameWidth, y, { width });
  sheet.y = Math.max(below, sheet.y) + 3;
}

function drawBars(
  sheet: Sheet,
  bars: readonly { readonly name: string; readonly count: number }[],
): void {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const widest = sheet.page.width - 2 * margin - nameWidth - 40;
  bars.forEach(({ name, count }, index) => {
    room(sheet, 24);
    const { y } = sheet;
    const width = Math.max(2, (widest * count) / most);
    sheet.font('regular').fontSize(10).fillColor(ink);
    sheet.text(name, margin, y, { width: nameWidth - 8, height: 14, ellipsis: true });
    sheet.roundedRect(margin + nameWidth, y + 2, width, barHeight, 2);
    sheet.fill(index === 0 ? strong : pale);
    sheet
      .font('bold')
      .fillColor(ink)
      .text(String(count), margin + nameWidth + width + 6, y);
    sheet.y = y + 17;
  });
}

/** A new page where less than this is left. */
function room(sheet: Sheet, points: number): void {
  if (sheet.y + points > sheet.page.height - margin) sheet.addPage();
}

/** Foot and page numbers, and what is not a real terminal's says so across the page. */
function drawEdges(sheet: Sheet, { foot, mark }: ReportPages): void {
  const { start, count } = sheet.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.switchToPage(page);
    const { width, height } = sheet.page;
    sheet.page.margins.bottom = 0;
    sheet.font('regular').fontSize(8).fillColor(quiet);
    sheet.text(foot, margin, height - 32, { lineBreak: false });
    sheet.text(`${page + 1} / ${count}`, width - margin - 60, height - 32, {
      width: 60,
      align: 'right',
      lineBreak: false,
    });
    if (mark === undefined) continue;
    sheet.save();
    sheet.rotate(-35, { origin: [width / 2, height / 2] });
    sheet.font('bold').fontSize(56).fillColor('#c9ced6').fillOpacity(0.45);
    sheet.text(mark, 0, height / 2 - 40, { width, align: 'center', lineBreak: false });
    sheet.restore();
    sheet.fillOpacity(1);
  }
}

if (!isMainThread && isOrder(workerData))
  void draw(workerData.pdfPages).then((bytes) => parentPort?.postMessage(bytes));
