/** Columns that several lists have. */
export const fundColumns = {
  serial: { field: "serial", header: "序号", type: "integer" },
  accountNumber: {
    field: "accountNumber",
    header: "个人客户号",
    aliases: ["个人账号", "公积金账号", "个人公积金账号"],
    type: "code",
    required: true,
    onProblem: "hold-out",
  },
  name: {
    field: "name",
    header: "职工姓名",
    aliases: ["姓名"],
    type: "text",
    required: true,
    onProblem: "hold-out",
  },
  documentNumber: {
    field: "documentNumber",
    header: "证件号码",
    aliases: ["身份证号", "身份证号码"],
    type: "code",
    required: true,
    onProblem: "hold-out",
  },
  remark: { field: "remark", header: "备注", type: "text" },
} as const;
