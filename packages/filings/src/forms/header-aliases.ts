/**
 * Other headers under which columns come, as HR offices write them. Blanks separate them: headers are
 * compared without blanks, and `/` joins the rows of a merged header.
 */
const aliases = {
  serial: "编号 序 No",
  unitName: "用人单位名称 单位名称 单位 所属单位 工作单位 用工单位 单位全称 用工单位名称",
  unitCreditCode: "用人单位统一社会信用代码 单位信用代码",
  department: "内设部门/用工处室 部门 所在部门 用工处室 科室 处室",
  name: "员工姓名 职工姓名 人员姓名 名字 人员名称",
  documentKind: "证照类型 证件种类",
  documentNumber:
    "身份证号 身份证号码 公民身份号码 证件号 证照号码 身份证 身份证件号码 居民身份证号码 居民身份证号 公民身份证号码 身份证明号码 身份证件号 公民身份证号",
  birth: "出生日期 出生年月日 出生时间",
  age: "周岁",
  education: "学历 最高学历",
  school: "毕业院校 毕业院校专业 毕业学校",
  registeredAddress: "户籍所在地 户口所在地",
  presentAddress: "家庭住址 现居住地 住址 居住地址",
  mobile: "手机号码 手机号 手机 电话 电话号码 移动电话 联系方式 本人联系电话 移动电话号码",
  post: "岗位 工作岗位 职务 岗位职务",
  postClass: "岗位分类 岗位类型 岗位性质",
  mode: "用工方式 用工类型 用工性质 用人模式 聘用形式 聘用方式 聘用类型 用工模式 用人形式",
  agencyName:
    "原用工单位 原合同单位 派遣单位 派遣公司 劳务公司 劳务派遣单位 劳务派遣公司 合同单位 外包单位 外包公司 人力资源公司 人力服务机构 原人力服务机构 原用工合同单位名称",
  hiredOn:
    "入职时间 入职日期 首次入职时间 首次入职日期 入职本单位时间 进入本单位时间 到岗时间 到岗日期 参加本单位工作时间 进单位时间 来本单位时间 聘用时间 聘用日期 用工时间 录用时间 上岗时间 入职年月日",
  contractStartsOn:
    "现合同起始 合同起始时间 合同起始日期 合同开始时间 合同开始日期 合同签订日期 合同期限/起始 合同起止/起 合同期限/起 合同期限/开始 现合同/起始 劳动合同起始时间",
  contractEndsOn:
    "现合同终止 合同终止时间 合同终止日期 合同到期时间 合同到期日 合同到期日期 合同截止日期 合同结束日期 合同期限/终止 合同起止/止 合同期限/止 合同期限/结束 现合同/终止 劳动合同终止时间 劳动合同到期时间",
  contractKind: "合同类型（固定/无固定/任务） 合同期限类型",
  serviceMonths: "连续工龄 工龄",
  fundingSource: "资金来源 经费渠道 工资来源",
  grossFen:
    "月应发工资 应发工资 月工资 月应发工资总额 月工资总额 应发合计 月应发 月薪 工资标准 月工资标准 月应发薪酬 月应发薪资 月薪酬 应发金额 月均工资 月平均工资 工资 薪酬 工资金额 税前工资",
  unitPaidFen:
    "其中：加班值班、绩效等 加班值班绩效 加班值班、绩效等 由用人单位发放部分 单位自行发放部分 用人单位发放部分 单位发放部分",
  pensionInsured: "是否参加养老保险 养老保险/参保状态 养老保险/是否参保",
  contributionWageFen:
    "养老保险/缴费基数 社保缴费基数 社会保险缴费基数 缴费基数 社保基数 缴费工资 社保缴费工资 养老缴费基数 养老保险基数 社会保险基数 养老基数",
  medicalInsured: "是否参加医疗保险 医疗保险/参保状态 医疗保险/是否参保",
  medicalBaseFen: "医疗保险/缴费基数 医疗缴费基数",
  unemploymentInsured: "是否参加失业保险 失业保险/参保状态 失业保险/是否参保",
  unemploymentBaseFen: "失业保险/缴费基数 失业缴费基数",
  workInjuryInsured: "是否参加工伤保险 工伤保险/参保状态 工伤保险/是否参保",
  workInjuryBaseFen: "工伤保险/缴费基数 工伤缴费基数",
  maternityInsured: "是否参加生育保险 生育保险/参保状态 生育保险/是否参保",
  maternityBaseFen: "生育保险/缴费基数 生育缴费基数",
  housingFundRate: "住房公积金缴存比例 公积金比例 住房公积金比例 公积金缴费比例",
  housingFundBaseFen: "住房公积金缴存基数 公积金基数 住房公积金基数",
  socialSecurityCard: "社会保障卡号 社会保障卡卡号",
  bankName: "开户行 开户银行 开户行名称 工资卡开户银行 银行名称 工资卡/开户行",
  account:
    "工资卡号 工资卡卡号 银行账号 银行卡号 银行账户 卡号 账号 工资账号 工资卡帐号 银行帐号 帐号 工资卡/账号 工资卡/卡号 社保卡银行账号 社保卡金融账号 工资账户 银行卡账号 工资卡银行账号 银行卡卡号 发薪账号 收款账号",
  publicWelfare: "是否公益性岗位 公益性岗位 就业困难类别",
  willing: "是否同意平移 平移意愿 是否愿意 是否同意 本人是否愿意平移 是否自愿平移",
  refusalHandling: "不愿意平移处理方式 不愿平移处理方式",
  enrolmentWay: "纳统方式",
  receivingAgency: "拟承接机构 承接机构",
  remark: "说明 备注说明",
};

/** The aliases of each column that has some. */
export const headerAliases: Readonly<Record<keyof typeof aliases, readonly string[]>> = splitNames(aliases);

function splitNames<Field extends string>(
  table: Readonly<Record<Field, string>>,
): Readonly<Record<Field, readonly string[]>> {
  const entries = Object.entries<string>(table).map(([field, names]) => [field, names.split(" ")]);
  return Object.fromEntries(entries) as Record<Field, readonly string[]>;
}
