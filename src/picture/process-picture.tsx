/** The box of a process: its name, what it does, what it has in its hands, and what it printed last. */
import type { Facts } from './facts.ts';
import type { ProcessBox, RestBox } from './layout.ts';
import { lookOf } from './messages.ts';
import { processWords } from './process-words.ts';
import type { ProcessScene, Scene } from './scene.ts';

/** Characters of the code font per unit of the drawing. */
const CHARACTERS = 1 / 6.4;
/** The width of a letter of a name and of a state, about. */
const NAME_LETTER = 7.2;
const STATE_LETTER = 5.8;

export function ProcessPicture({ box, scene, facts }: { readonly box: ProcessBox; readonly scene: Scene; readonly facts: Facts }) {
  const process = scene.processes.get(box.name);
  if (process === undefined) return null;
  const { tone, said } = processWords(process, scene, facts);
  const { x, y, width, height, stacked } = box;
  const lines = titleLines(box, said, process);
  return (
    <g class={`process ${tone}`}>
      <rect class="body" x={x} y={y} width={width} height={height} rx={10} />
      <text class="name" x={x + 10} y={y + 19}>
        {cut(box.name, stacked ? width - 14 : width - 70)}
      </text>
      <text class={stacked ? 'state' : 'state end'} x={stacked ? x + 10 : x + width - 10} y={stacked ? y + 35 : y + 18.5}>
        {lines.state}
      </text>
      {lines.life === 'beside' && (
        <text class="state end" x={x + width - 8} y={y + 19}>
          life {process.life}
        </text>
      )}
      {lines.life === 'foot' && (
        <text class="state" x={x + 10} y={y + height - 10}>
          life {process.life}
        </text>
      )}
      {box.roomy && <HeldText process={process} box={box} facts={facts} />}
      {box.said !== null && process.said !== null && (
        <text class="said" x={box.said.x} y={box.said.y}>
          {cut(`› ${process.said.split('\n')[0] ?? ''}`, x + width - 8 - box.said.x)}
        </text>
      )}
    </g>
  );
}

interface TitleLines {
  readonly state: string;
  /** Where the number of the life stands when it does not follow the state: beside the name, or at the foot. */
  readonly life: 'beside' | 'foot' | null;
}

/** What fits into the box: the number of the life goes where there is room for it. */
function titleLines({ name, width, stacked, said: foot }: ProcessBox, state: string, { life, said }: ProcessScene): TitleLines {
  if (life < 2) return { state, life: null };
  const room = width - 14;
  const whole = `${state} · life ${life}`;
  if (!stacked || whole.length * STATE_LETTER <= room) return { state: whole, life: null };
  if (name.length * NAME_LETTER + `  life ${life}`.length * STATE_LETTER <= room) return { state, life: 'beside' };
  return { state, life: foot === null || said === null ? 'foot' : null };
}

/** The words of a message beside its token, while there is only one. */
function HeldText({ process, box, facts }: { readonly process: ProcessScene; readonly box: ProcessBox; readonly facts: Facts }) {
  const [held] = process.hands;
  if (held === undefined || process.hands.length > 1) return null;
  const { handle, text } = lookOf(facts.messages, held.messageId);
  const words = handle ?? text;
  return (
    <text class="held" x={box.hands.x + 17} y={box.hands.y + 4}>
      {cut(words, box.x + box.width - 8 - box.hands.x - 17)}
    </text>
  );
}

export function RestPicture({ box }: { readonly box: RestBox }) {
  const { x, y, width, height, names } = box;
  return (
    <g class="process rest">
      <rect class="body" x={x} y={y} width={width} height={height} rx={10} />
      <text class="name centre" x={x + width / 2} y={y + 36}>
        +{names.length}
      </text>
      <title>{names.join(', ')}</title>
    </g>
  );
}

function cut(text: string, room: number): string {
  const most = Math.floor(room * CHARACTERS);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}
