import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
const B="http://localhost:4731";
const acc=JSON.parse(readFileSync("/tmp/orgdata/demo-accounts.json"));
const pw=(e)=>acc.find(a=>a.email===e).password;
const browser=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--disable-background-networking","--disable-component-update","--disable-sync"]});
const sessions={};
async function ctx(email,opts={}){
  const c=await browser.newContext({viewport:{width:1280,height:900},javaScriptEnabled:false,...opts,storageState:sessions[email]});
  const p=await c.newPage();
  if(!sessions[email]){
    await p.goto(B+"/en/sign-in"); await p.fill("[name=email]",email); await p.fill("[name=password]",pw(email)); await p.click("form.form button[type=submit]");
    sessions[email]=await c.storageState();
  }
  return p;
}
const shot=async(p,name,path)=>{ if(path){const r=await p.goto(B+path); console.log(name,r.status());} await p.screenshot({path:`/tmp/orgshots/${name}.png`,fullPage:true}); };
const what=process.argv[2]||"all";
if(what==="all"||what==="home"){
 let p=await ctx("pacific.lead@example.org");
 await shot(p,"home","/en/my/organisation");
 for(const part of ["details","documents","key-people","people","join-requests"]) await shot(p,part,"/en/my/organisation/"+part);
 await shot(p,"participation","/en/my/participation"); await shot(p,"application","/en/my/participation/application");
 p=await ctx("newcomer@example.org"); await shot(p,"none","/en/my/organisation"); await shot(p,"registration","/en/my/organisation/registration");
 p=await ctx("secretariat@example.org"); await shot(p,"coalition","/en/staff/coalition");
 const href=await p.locator("#applications ~ * a, section[aria-labelledby=applications] tbody a").first().getAttribute("href").catch(()=>null);
 console.log(href); if(href) await shot(p,"application-staff",href);
}
if(what==="all"||what==="variants"){
 let p=await ctx("pacific.lead@example.org"); p=await ctx("pacific.lead@example.org",{viewport:{width:360,height:740}});
 await shot(p,"home-360","/en/my/organisation"); await shot(p,"home-ar-360","/ar/my/organisation"); await shot(p,"people-360","/en/my/organisation/people");
 p=await ctx("pacific.lead@example.org",{colorScheme:"dark"}); await shot(p,"home-dark","/en/my/organisation");
 p=await ctx("pacific.lead@example.org"); await shot(p,"home-ar","/ar/my/organisation"); await shot(p,"application-ar","/ar/my/participation/application");
 await ctx("newcomer@example.org"); p=await ctx("newcomer@example.org"); await shot(p,"registration-ar","/ar/my/organisation/registration");
 p=await ctx("newcomer@example.org",{viewport:{width:360,height:740}}); await shot(p,"registration-360","/ru/my/organisation/registration");
 await ctx("secretariat@example.org"); p=await ctx("secretariat@example.org"); await shot(p,"coalition-ar","/ar/staff/coalition");
}
await browser.close();
