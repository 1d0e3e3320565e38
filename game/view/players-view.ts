import type { GameObjects, Scene } from 'phaser';
import type { Member, RoomState } from '../../shared/sim/room-state.ts';
import { MAX_SEATS, SEATS } from '../../shared/sim/seat.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import type { Frame } from '../match/frame.ts';
import { initials } from '../settings/nickname.ts';
import { labelFrame, LABELS, type LabelSheet, nameFrame } from './label-sheet.ts';
import { SPRITES } from './sprite-sheet.ts';

type PlayerSprites = {
  readonly body: GameObjects.Image;
  readonly kick: GameObjects.Image;
  readonly own: GameObjects.Image;
  readonly label: GameObjects.Image;
  readonly name: GameObjects.Image;
  member: Member | null;
};

/** How faint a player is whose seat is kept while the connection is away. */
const ABSENT_ALPHA = 0.45;
/** A kick that may not have happened: its flash and its sound wait until it is certain. */
const GUESSED_ALPHA = 0.4;
/** CSS pixels from the edge of a disc to the middle of its name. */
const NAME_GAP_PX = 17;

/** The discs of the seats, with everything that belongs to them. */
export class PlayersView {
  readonly #players: readonly PlayerSprites[];
  readonly #labels: LabelSheet;
  #room: RoomState | null = null;
  #self: number | null = null;
  #nameX = 0;
  #nameY = 0;

  constructor(scene: Scene, world: GameObjects.Container, labels: LabelSheet) {
    this.#labels = labels;
    const add = (key: string, frame: string): GameObjects.Image => {
      const image = scene.add.image(0, 0, key, frame).setVisible(false);
      world.add(image);
      return image;
    };
    // Names above all bodies: a crowd stays readable.
    const bodies = SEATS.map(() => ({
      own: add(SPRITES, 'own-ring'),
      body: add(SPRITES, 'disc-sun'),
      kick: add(SPRITES, 'kick-ring'),
    }));
    this.#players = SEATS.map((seat) => ({
      ...bodies[seat]!,
      label: add(LABELS, labelFrame(seat)),
      name: add(LABELS, nameFrame(seat)),
      member: null,
    }));
  }

  /**
   * Takes newly baked textures.
   *
   * @param spriteScale from a sheet's pixels to map units
   * @param textScale from the label sheet's pixels to map units
   * @param uprightRotation turns texts back when the pitch is turned
   */
  retexture(
    spriteScale: number,
    textScale: number,
    uprightRotation: number,
    playerRadius: number,
    cssPerUnit: number,
  ): void {
    for (const [seat, player] of this.#players.entries()) {
      player.own.setTexture(SPRITES, 'own-ring').setScale(spriteScale);
      player.kick.setTexture(SPRITES, 'kick-ring').setScale(spriteScale);
      player.body.setTexture(SPRITES, 'disc-sun').setScale(spriteScale);
      player.label.setTexture(LABELS, labelFrame(seat)).setScale(textScale);
      player.name.setTexture(LABELS, nameFrame(seat)).setScale(textScale);
      player.label.setRotation(uprightRotation);
      player.name.setRotation(uprightRotation);
      // Discs are lit from the top of the screen, and stripes lean the same way for everybody.
      player.body.setRotation(uprightRotation);
    }
    const gap = playerRadius + NAME_GAP_PX / cssPerUnit;
    this.#nameX = -gap * Math.sin(uprightRotation);
    this.#nameY = gap * Math.cos(uprightRotation);
    this.#room = null;
  }

  draw(frame: Frame): void {
    if (frame.room !== this.#room || frame.self !== this.#self) this.#assign(frame);
    for (let seat = 0; seat < MAX_SEATS; seat += 1) {
      const player = this.#players[seat]!;
      if (!player.member) continue;
      const disc = frame.firstPlayerDisc + seat;
      const x = frame.x[disc] ?? 0;
      const y = frame.y[disc] ?? 0;
      player.own.setPosition(x, y);
      player.body.setPosition(x, y);
      const isArmed = frame.isKicking(SEATS[seat]!);
      player.kick
        .setPosition(x, y)
        .setVisible(isArmed || frame.isKickGuessed(SEATS[seat]!))
        .setAlpha(isArmed ? 1 : GUESSED_ALPHA);
      player.label.setPosition(x, y);
      player.name.setPosition(x + this.#nameX, y + this.#nameY);
    }
  }

  #assign(frame: Frame): void {
    this.#room = frame.room;
    this.#self = frame.self;
    for (const [seat, player] of this.#players.entries()) {
      const member = frame.room.members.find((candidate) => candidate.seat === seat) ?? null;
      player.member = member;
      const isHere = member !== null;
      for (const image of [player.body, player.label, player.name]) image.setVisible(isHere);
      player.own.setVisible(isHere && member.id === frame.self);
      if (!isHere) {
        player.kick.setVisible(false);
        continue;
      }
      player.body.setFrame(member.team === TEAM_WAVE ? 'disc-wave' : 'disc-sun');
      player.body.setAlpha(member.absent ? ABSENT_ALPHA : 1);
      this.#labels.setLabel(seat, initials(member.name));
      this.#labels.setName(seat, member.name);
    }
  }
}
