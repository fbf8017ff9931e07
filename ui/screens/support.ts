import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, inlineIcon, paragraph, stretch } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';

/** 给技术支持: what leaves, what never does and who can open it; then what became of it. */
export function support(kit: Kit, strip: Strip, state: ScreenOf<'support'>): UiNode {
  const { support: words } = kit.texts;
  const { end, seconds } = state;
  const step = kit.panel.hardwareKeys ? 'caption' : 'label';
  const inner = textWidthPx(kit) - kit.mm(5);
  const said = (icon: string, text: string): UiNode =>
    line(
      kit,
      { gap: kit.mm(1.2), cross: 'start' },
      inlineIcon(kit, icon, 3.6, 'ink2'),
      paragraph(kit, text, inner, { step }),
    );
  const lines =
    end === undefined
      ? [said('check', words.inside), said('cross', words.never), said('key', words.who)]
      : end.type === 'stopped'
        ? [said('warning', kit.texts.fault[end.fault]), said('info', words.nothingLeft)]
        : [
            line(
              kit,
              {},
              fitText(
                kit,
                end.file.replace(/^support-\w+-|\.age$/g, ''),
                textWidthPx(kit),
                ['label', 'caption', 'mark'],
                {
                  bold: true,
                },
              ),
            ),
            said('disk', words.size(Math.max(1, Math.round(end.bytes / 1024)), end.rows)),
            said(end.secondPlace === 'failed' ? 'warning' : 'check', words.place[end.secondPlace]),
          ];
  const button =
    seconds !== undefined
      ? primary(kit, words.working(seconds), { off: true, height: kit.panel.primaryOnKeypadScreen })
      : primary(
          kit,
          end === undefined ? words.make : end.type === 'done' ? words.done : words.again,
          {
            icon: end?.type === 'done' ? 'check' : 'download',
            step: 'body',
            height: kit.panel.primaryOnKeypadScreen,
          },
        );
  return screen(
    kit,
    strip,
    'support',
    head(kit, words.title),
    body(kit, ...lines.flatMap((one) => [one, gap(kit, kit.panel.tiny ? 0.2 : 1)]), stretch()),
    foot(kit, button),
  );
}
