import { test } from 'vitest';
import { readJson5 } from '../../shared/stadium/read-json5.ts';
import { parseStadium } from '../../shared/stadium/parse-stadium.ts';
const HEAD = "{name:'x',width:9,height:9,";
const mk=(unit:string)=>HEAD+unit.repeat(Math.floor((1048576-HEAD.length-1)/unit.length))+'}';
test('x',()=>{
 for(const unit of ['a:1,','abcdefghi:1,']){
 const text=mk(unit);
 const t=(f:()=>void)=>{let b=1e9;for(let i=0;i<10;i++){const s=performance.now();f();b=Math.min(b,performance.now()-s)}return b.toFixed(1)};
 console.log(unit,'parse',t(()=>parseStadium(text)),'read none',t(()=>readJson5(text,()=>false)),'set',t(()=>{const S=new Set(['x','yy']);let n=0;for(let i=0;i<262144;i++){if(S.has(text.slice(100+i,101+i)))n++}return n}));
 }
});
