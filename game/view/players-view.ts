import type { GameObjects, Scene } from 'phaser';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { traitsOf } from '../../shared/room/discs.ts';
import { type Kit, type Kits, kitOf, NO_KITS } from '../../shared/room/kit.ts';
import { isPlayedByBot, type Member, type RoomState } from '../../shared/room/room-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { SEATS } from '../../shared/sim/seat.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import { discLabel } from '../settings/nickname.ts';
import type { CameraRig } from './camera-rig.ts';
import { labelFrame, LABELS, type LabelSheet, nameFrame } from './label-sheet.ts';
import { NameLayout } from './name-layout.ts';
import { SPRITES } from './sheet-names.ts';
import { labelColour } from './team-kits.ts';

type PlayerSprites = {
  readonly body: GameObjects.Image;
  readonly kick: GameObjects.Image;
  readonly own: GameObjects.Image;
  readonly patch: GameObjects.Image;
  /** Shown while the person is heard. */
  readonly voice: GameObjects.Image;
  readonly label: GameObjects.Image;
  readonly name: GameObjects.Image;
  member: Member | null;
};

/** How faint a player is whose seat is kept while the connection is away. */
const ABSENT_ALPHA = 0.7;
/** Behind the name of a bot, or of a person for whom one plays: the same word in all our languages. */
const BOT = '(bot)';
/** A kick that may not have happened: its flash and its sound wait until it is certain. */
const GUESSED_ALPHA = 0.4;

/** How the pictures of a player become map units. */
export type PlayerMeasures = {
  /** From a sheet's pixels. */
  readonly sprite: number;
  /** From the label sheet's pixels. */
  readonly text: number;
  /** Radians that turn a text back when the pitch is turned. */
  readonly upright: number;
  readonly radius: number;
  /** What the teams wear. */
  readonly kits: Kits;
  /** [V33] Colours that a script gives to single players are drawn. */
  readonly areRoomsColours: boolean;
  /** [V78] */
  readonly names: boolean;
};

/** The discs of the seats, with everything that belongs to them. */
export class PlayersView {
  readonly #players: readonly PlayerSprites[];
  readonly #labels: LabelSheet;
  #room: RoomState | null = null;
  #self: number | null = null;
  #own = -1;
  #radius = 1;
  #kits = NO_KITS;
  #areRoomsColours = true;
  #areNamesShown = true;
  #sprite = 1;
  readonly #names = new NameLayout();

  constructor(scene: Scene, world: GameObjects.Container, labels: LabelSheet) {
    this.#labels = labels;
    const add = (key: string, frame: string): GameObjects.Image => {
      const image = scene.add.image(0, 0, key, frame).setVisible(false);
      world.add(image);
      return image;
    };
    // Names above all bodies: a crowd stays readable.
    const bodies = SEATS.map(() => ({
      body: add(SPRITES, 'disc-sun'),
      patch: add(SPRITES, 'patch'),
      own: add(SPRITES, 'own-ring'),
      kick: add(SPRITES, 'kick-ring'),
      voice: add(SPRITES, 'voice'),
    }));
    this.#players = SEATS.map((seat) => ({
      ...bodies[seat]!,
      label: add(LABELS, labelFrame(seat)),
      name: add(LABELS, nameFrame(seat)),
      member: null,
    }));
    document.fonts.addEventListener('loadingdone', this.#redraw);
  }

  /** The pictures go with what they are in; the fonts of the page stay. */
  destroy(): void {
    document.fonts.removeEventListener('loadingdone', this.#redraw);
  }

  /** A name was drawn in another font where its letters are in a part of the font that comes only now. */
  readonly #redraw = (): void => {
    this.#labels.forget();
    this.#room = null;
  };

  /** Null = nobody sits there. */
  memberAt(seat: number): Member | null {
    return this.#players[seat]?.member ?? null;
  }

  /** Where a person's disc was drawn last. */
  discOf(peer: PeerId): { readonly x: number; readonly y: number } | null {
    return this.#players.find(({ member }) => member?.peer === peer)?.body ?? null;
  }

  /** Takes newly baked textures. */
  retexture(measures: PlayerMeasures): void {
    const { sprite, text, upright, radius, kits, areRoomsColours, names } = measures;
    this.#kits = kits;
    this.#areRoomsColours = areRoomsColours;
    this.#areNamesShown = names;
    this.#sprite = sprite;
    for (const [seat, player] of this.#players.entries()) {
      player.own.setTexture(SPRITES, 'own-ring');
      player.kick.setTexture(SPRITES, 'kick-ring');
      player.voice.setTexture(SPRITES, 'voice');
      player.body.setTexture(SPRITES, 'disc-sun');
      player.patch.setTexture(SPRITES, 'patch');
      player.label.setTexture(LABELS, labelFrame(seat)).setScale(text * this.#labels.labelScale);
      player.name.setTexture(LABELS, nameFrame(seat)).setScale(text);
      player.label.setRotation(upright);
      player.name.setRotation(upright);
      player.voice.setRotation(upright);
      // Discs are lit from the top of the screen, and stripes lean the same way for everybody.
      player.body.setRotation(upright);
    }
    this.#radius = radius;
    this.#room = null;
  }

  /** @param speaking those who are heard just now */
  draw(frame: Frame, camera: CameraRig, speaking: ReadonlySet<PeerId>): void {
    if (frame.room !== this.#room || frame.self !== this.#self) this.#assign(frame);
    this.#names.begin(camera.view, this.#labels.nameHeight, this.#radius * camera.scale);
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      const player = this.#players[seat]!;
      if (!player.member) continue;
      const disc = frame.firstPlayerDisc + seat;
      const x = frame.x[disc] ?? 0;
      const y = frame.y[disc] ?? 0;
      player.own.setPosition(x, y);
      player.body.setPosition(x, y);
      player.patch.setPosition(x, y);
      const isArmed = frame.isKicking(SEATS[seat]!);
      player.kick
        .setPosition(x, y)
        .setVisible(isArmed || frame.isKickGuessed(SEATS[seat]!))
        .setAlpha(isArmed ? 1 : GUESSED_ALPHA);
      const { peer } = player.member;
      player.voice.setPosition(x, y).setVisible(peer !== null && speaking.has(peer));
      player.label.setPosition(x, y);
      const width = this.#labels.nameWidth(seat);
      this.#names.place(seat, camera.windowX(x, y), camera.windowY(x, y), width);
    }
    this.#names.settle(this.#own);
    this.#drawNames(camera);
  }

  #drawNames(camera: CameraRig): void {
    const { x, y, alpha } = this.#names;
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      const { name, member } = this.#players[seat]!;
      if (!member) continue;
      name
        .setPosition(camera.mapX(x[seat]!, y[seat]!), camera.mapY(x[seat]!, y[seat]!))
        .setVisible(this.#areNamesShown && alpha[seat]! > 0)
        .setAlpha(alpha[seat]!);
    }
  }

  #assign(frame: Frame): void {
    this.#room = frame.room;
    this.#self = frame.self;
    this.#own = -1;
    for (const [seat, player] of this.#players.entries()) {
      const member = frame.room.members.find((candidate) => candidate.seat === seat) ?? null;
      player.member = member;
      const isHere = member !== null;
      for (const image of [player.body, player.label, player.name]) image.setVisible(isHere);
      const isOwn = isHere && member.id === frame.self;
      player.own.setVisible(isOwn);
      if (isOwn) this.#own = seat;
      if (!isHere) {
        player.kick.setVisible(false);
        player.patch.setVisible(false);
        player.voice.setVisible(false);
        continue;
      }
      player.body.setFrame(member.team === TEAM_WAVE ? 'disc-wave' : 'disc-sun');
      player.body.setAlpha(member.absent ? ABSENT_ALPHA : 1);
      const painted = this.#shape(player, traitsOf(frame.room, frame.firstPlayerDisc + seat));
      const color = labelColour(painted ?? kitOf(this.#kits, member.team));
      this.#labels.setLabel(seat, discLabel(member), color);
      this.#labels.setName(seat, isPlayedByBot(member) ? `${member.name} ${BOT}` : member.name);
    }
    this.#labels.flush();
  }

  /** [V33] As large as a script made it, with the colour that it gave to it, which is returned as a kit of one stripe. */
  #shape(
    { body, own, kick, patch, voice }: PlayerSprites,
    change: ReturnType<typeof traitsOf>,
  ): Kit | null {
    const growth = Math.max(change?.radius ?? this.#radius, 0) / this.#radius;
    for (const image of [body, own, kick, patch, voice]) image.setScale(this.#sprite * growth);
    const color = this.#areRoomsColours ? (change?.color ?? -1) : -1;
    patch.setVisible(color >= 0);
    if (color < 0) return null;
    patch.setTint(color);
    return { angle: 0, text: color, stripes: [color] };
  }
}
