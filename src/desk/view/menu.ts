/** What the settings may lead to; a row of `desk/menu.ts` makes it stand there. */
export type MenuId =
  | 'language'
  | 'theme'
  | 'status'
  | 'ownPin'
  | 'operators'
  | 'signOff'
  | 'reports'
  | 'bulletins'
  | 'inspection'
  | 'emergencyPlan'
  | 'training'
  | 'restore'
  | 'testLine'
  | 'keys'
  | 'bankParameters'
  | 'update'
  | 'supportBundle';
