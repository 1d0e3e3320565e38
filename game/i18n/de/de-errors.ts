import type { Messages } from '../en/en.ts';

export const deErrors: Messages['errors'] = {
  'link-failed': {
    title: 'Kein Weg zu deinem Freund',
    text: 'Eine Firewall sperrt direkte Verbindungen zwischen euch. Versuch es noch einmal oder in einem anderen Netz: Mobile Daten gehen oft.',
  },
  'turn-refused': {
    title: 'Das Relay dieses Servers ist falsch eingestellt',
    text: 'Es nimmt das Passwort nicht an, das dieser Server ausgibt, und ohne Relay gibt es keinen Weg zwischen euch. Beheben kann das, wer den Server betreibt.',
  },
  'no-relay': {
    title: 'Kein Weg zu deinem Freund',
    text: 'Eine Firewall sperrt direkte Verbindungen zwischen euch, und dieser Server leitet nichts weiter: Wer ihn betreibt, hat das abgeschaltet. Versuch es in einem anderen Netz: Mobile Daten gehen oft.',
  },
  'newer-version': {
    title: 'Es gibt eine neuere Version',
    text: 'Diese Seite gehört zur älteren. Lade sie neu, dann geht es weiter: Name und Einstellungen bleiben.',
  },
  offline: {
    title: 'Keine Verbindung',
    text: 'Der Server antwortet nicht. Prüfe deine Internetverbindung und versuche es noch einmal.',
  },
  'server-error': {
    title: 'Ein Teil des Spiels kam nicht an',
    text: 'Der Server antwortet, aber nicht mit diesem Teil. Versuche es gleich noch einmal.',
  },
  broken: {
    title: 'Ein Teil des Spiels startet nicht',
    text: 'Lade diese Seite neu. Bleibt es dabei, sag es dem, der diesen Server betreibt.',
  },
  'room-locked': {
    title: 'Der Raum ist abgeschlossen',
    text: 'Gerade lässt der Host niemand Neues herein. Versuch es später noch einmal oder such dir einen anderen Raum.',
  },
  'bad-password': {
    title: 'Dieser Raum hat ein Passwort',
    text: 'Frag nach dem Passwort. Du brauchst es nur beim Hereinkommen.',
  },
  'knock-refused': {
    title: 'Der Host hat dich nicht hereingelassen',
    text: 'Er hat abgelehnt oder dein Klopfen nicht gesehen. Versuch es in einer Minute noch einmal oder such dir einen anderen Raum.',
  },
  'bad-code': {
    title: 'Diese Adresse führt in keinen Raum',
    text: 'Ein Raumcode hat sechs dieser Zeichen: 23456789 CFGHJMPQRVWX. Prüfe ihn oder füge den ganzen Link ein.',
  },
  'no-room': {
    title: 'Diesen Raum gibt es nicht',
    text: 'Vielleicht ist der Code vertippt, oder alle sind gegangen. Bitte deinen Freund um einen neuen Link oder öffne selbst einen Raum.',
  },
  'room-full': {
    title: 'Der Raum ist voll',
    text: 'Alle Plätze sind besetzt, auch die zum Zuschauen. Versuch es wieder, wenn jemand gegangen ist, oder mach selbst einen Raum auf.',
  },
  'version-reload': {
    title: 'Es gibt eine neuere Version',
    text: 'Lade diese Seite neu, um mit deinem Freund zu spielen. Name und Einstellungen bleiben.',
  },
  'version-friend': {
    title: 'Dein Freund hat eine ältere Version',
    text: 'Bitte deinen Freund, die Seite neu zu laden, und versuch es dann noch einmal.',
  },
  'version-lobby': {
    title: 'Der Server hat eine ältere Version',
    text: 'Der Server dieses Spiels muss erneuert werden. Frag den Betreiber; üben geht so lange.',
  },
  'no-webrtc': {
    title: 'Dieser Browser kann sich nicht verbinden',
    text: 'WebRTC ist in diesem Browser ausgeschaltet. Schalte es ein oder nimm einen anderen Browser; üben geht auch ohne.',
  },
  'lobby-unreachable': {
    title: 'Die Lobby ist nicht erreichbar',
    text: 'Prüfe deine Internetverbindung und versuch es noch einmal. Üben geht auch ohne.',
  },
  'lobby-full': {
    title: 'Der Server ist voll',
    text: 'Mehr Leute oder Räume fasst er gerade nicht. Versuch es in einer Minute noch einmal; Üben geht solange.',
  },
  'lobby-restarts': {
    title: 'Der Server startet gleich neu',
    text: 'Er öffnet für einen Moment keine neuen Räume. Versuch es in einer Minute noch einmal; Üben geht solange.',
  },
  'network-full': {
    title: 'Zu viele aus deinem Netz',
    text: 'Dieser Server begrenzt, wie viele Leute und Räume ein Netz haben darf. Schließ einen Tab oder einen Raum, oder versuch es in einer Minute noch einmal.',
  },
  'host-gone': {
    title: 'Der Gastgeber ist weg',
    text: 'Es ist niemand mehr da, der dich hereinlässt. Öffne einen neuen Raum und schick den neuen Link.',
  },
  'host-silent': {
    title: 'Der Gastgeber antwortet nicht',
    text: 'Sein Gerät schläft vielleicht oder hat kein Netz. Versuch es noch einmal, wenn er zurück ist.',
  },
  'room-closed': {
    title: 'Dieser Raum wurde geschlossen',
    text: 'Wer diesen Server betreibt, hat ihn geschlossen; das Spiel darin ist zu Ende.',
  },
  'room-ended': {
    title: 'Der Raum ist zu Ende',
    text: 'Während du weg warst, blieb niemand darin. Öffne einen neuen Raum und schick den neuen Link.',
  },
  removed: {
    title: 'Du wurdest weggeschickt',
    text: 'Der Gastgeber oder die anderen haben das entschieden. Der Code gilt erst wieder, wenn der Gastgeber es erlaubt.',
  },
  'join-timeout': {
    title: 'Das Beitreten hat zu lange gedauert',
    text: 'Die Verbindung steht, ist aber zu langsam, um das Spiel zu laden. Versuch es gleich noch einmal.',
  },
  'rate-limited': {
    title: 'Das waren viele Versuche',
    text: 'Bitte warte eine Minute und versuch es dann noch einmal.',
  },
  replaced: {
    title: 'Du spielst in einem anderen Tab',
    text: 'Dieser Raum wurde in einem anderen Tab oder Fenster von dir geöffnet. Spiel dort weiter oder tritt hier neu bei.',
  },
  unknown: {
    title: 'Etwas ist schiefgegangen',
    text: 'Bitte versuch es noch einmal. Wenn es wieder passiert, lade die Seite neu.',
  },
  'no-webgl': {
    title: 'Das Feld kann nicht gezeichnet werden',
    text: 'In diesem Browser ist WebGL ausgeschaltet. Schalte die Hardwarebeschleunigung ein oder nimm einen anderen Browser.',
  },
  'no-audio': {
    title: 'Hier gibt es keinen Ton',
    text: 'Dieser Browser kann keine abspielen. Das Spiel geht ohne sie weiter.',
  },
  'webgl-lost': {
    title: 'Das Bild ist weg',
    text: 'Die Grafik dieses Geräts hat aufgehört. Lade die Seite neu, um das Feld wieder zu sehen: In einem Raum bleibt dir dein Platz.',
  },
};
