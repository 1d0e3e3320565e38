/** Paths are those of modules below `phaser/src`, without their ending. */
type Paths = readonly string[];

/** What the game imports from `phaser`, and the module that it is. */
export const EXPORTS: Readonly<Record<string, string>> = {
  Game: 'core/Game',
  Scene: 'scene/Scene',
  Scale: 'scale/index',
};

/** Constants that the game imports from `phaser`: they all stand in one module. */
export const CONSTANTS = ['WEBGL'] as const;
export const CONSTANTS_MODULE = 'const';

/** What nothing asks for by name: systems of a scene, and what `scene.add` can make. */
export const REGISTERED: Paths = [
  'cameras/2d/CameraManager',
  'events/EventEmitter',
  'gameobjects/DisplayList',
  'gameobjects/GameObjectFactory',
  'gameobjects/UpdateList',
  'gameobjects/container/ContainerFactory',
  'gameobjects/graphics/GraphicsFactory',
  'gameobjects/image/ImageFactory',
];

/** Modules that only list others, and which of theirs are kept. */
export const KEPT_OF_LISTS: Readonly<Record<string, Paths>> = {
  'device/index': ['os', 'browser', 'features', 'input', 'fullscreen'],
  'gameobjects/components/index': [
    'Alpha',
    'AlphaSingle',
    'BlendMode',
    'ComputedSize',
    'Depth',
    'FilterList',
    'Filters',
    'Flip',
    'GetBounds',
    'Lighting',
    'Mask',
    'Origin',
    'RenderNodes',
    'RenderSteps',
    'ScrollFactor',
    'Size',
    'TextureCrop',
    'Tint',
    'Transform',
    'TransformMatrix',
    'Visible',
  ],
  'math/index': ['RandomDataGenerator'],
  'renderer/index': ['Events'],
  'textures/parsers/index': ['Image'],
  'utils/array/index': [
    'Add',
    'AddAt',
    'BringToTop',
    'GetAll',
    'GetFirst',
    'MoveAbove',
    'MoveBelow',
    'MoveTo',
    'Remove',
    'RemoveAt',
    'RemoveBetween',
    'SendToBack',
    'StableSort',
    'Swap',
  ],
};

/** Made at every start and asked every frame, but never for anything: the methods that are called. */
export const SILENT: Readonly<Record<string, Paths>> = {
  'animations/AnimationManager': [],
  'cache/CacheManager': [],
  'cameras/2d/effects/Fade': ['postRenderWebGL', 'reset', 'update'],
  'cameras/2d/effects/Flash': ['postRenderWebGL', 'reset', 'update'],
  'cameras/2d/effects/Pan': ['reset', 'update'],
  'cameras/2d/effects/RotateTo': ['reset', 'update'],
  'cameras/2d/effects/Shake': ['preRender', 'reset', 'update'],
  'cameras/2d/effects/Zoom': ['reset', 'update'],
  'core/DebugHeader': [],
  'gameobjects/tilesprite/TileSprite': ['setOrigin'],
  'input/InputManager': [],
  'math/random-data-generator/RandomDataGenerator': [],
};

/** Never reached: whoever asks for one is told so. A folder ends with a slash. */
export const LEFT_OUT: Paths = [
  'display/mask/',
  'filters/',
  'geom/ellipse/',
  'geom/line/',
  'geom/polygon/',
  'geom/rectangle/GetPoint',
  'geom/rectangle/GetPoints',
  'geom/rectangle/Random',
  'gameobjects/graphics/GraphicsCanvasRenderer',
  'gameobjects/layer/Layer',
  'renderer/snapshot/',
  'renderer/webgl/index',
  'renderer/webgl/renderNodes/BatchHandlerPointLight',
  'renderer/webgl/renderNodes/BatchHandlerStrip',
  'renderer/webgl/renderNodes/BatchHandlerTileSprite',
  'renderer/webgl/renderNodes/BatchHandlerTri',
  'renderer/webgl/renderNodes/DynamicTextureHandler',
  'renderer/webgl/renderNodes/filters/',
  'renderer/webgl/renderNodes/submitter/SubmitterMeshToQuad',
  'renderer/webgl/renderNodes/submitter/SubmitterTile',
  'renderer/webgl/renderNodes/submitter/SubmitterTileSprite',
  'renderer/webgl/renderNodes/submitter/SubmitterTilemapGPULayer',
  'renderer/webgl/renderNodes/texturer/TexturerTileSprite',
  'renderer/webgl/renderNodes/transformer/TransformerStamp',
  'renderer/webgl/renderNodes/transformer/TransformerTile',
  'renderer/webgl/renderNodes/transformer/TransformerTileSprite',
  'renderer/webgl/renderNodes/transformer/TransformerVertex',
  'textures/DynamicTexture',
];
