# Reference values of R's survey package for answers.csv, printed as CSV (name, value at full precision).
# Rscript survey.R > survey.csv      (Debian: r-base-core r-cran-survey)
suppressPackageStartupMessages(library(survey))
options(digits = 17, survey.lonely.psu = "fail")

answers <- read.csv("answers.csv", na.strings = "", stringsAsFactors = FALSE)
answers$sex <- factor(answers$sex, c("m", "f"))
answers$age <- factor(answers$age, c("10s", "20s", "40s", "60s"))
answers$q <- factor(answers$q, c("know", "heard", "no", "other"))
flags <- c("use_net", "use_phone", "use_desk", "use_post")

tell <- function(name, value) cat(sprintf("%s,%.17g\n", name, value))
cat("name,value\n")

design <- svydesign(ids = ~1, weights = ~weight, data = answers)
tell("design/df", degf(design))

crossed <- function(name, row, col, part = design) {
  formula <- as.formula(paste("~", row, "+", col))
  known <- part[!is.na(part$variables[[row]]) & !is.na(part$variables[[col]]), ]
  for (statistic in c("F", "Chisq")) {
    test <- svychisq(formula, part, statistic = statistic)
    tell(paste(name, statistic, "statistic", sep = "/"), test$statistic)
    for (p in seq_along(test$parameter)) tell(paste(name, statistic, "parameter", p, sep = "/"), test$parameter[p])
    tell(paste(name, statistic, "p", sep = "/"), test$p.value)
  }
  counted <- table(known$variables[[row]], known$variables[[col]])
  plain <- suppressWarnings(chisq.test(counted, correct = FALSE))
  tell(paste(name, "pearson/statistic", sep = "/"), plain$statistic)
  tell(paste(name, "pearson/df", sep = "/"), plain$parameter)
  tell(paste(name, "pearson/p", sep = "/"), plain$p.value)
  fit <- svytable(formula, part)
  for (r in rownames(fit)) for (c in colnames(fit)) {
    tell(paste(name, "weighted", r, c, sep = "/"), fit[r, c])
    column <- subset(known, known$variables[[col]] == c)
    yes <- column$variables[[row]] == r
    if (any(yes & weights(column) > 0) && !all(yes)) {
      column <- update(column, yes = yes)
      share <- svyciprop(~yes, column, method = "logit", df = degf(column))
      tell(paste(name, "share", r, c, sep = "/"), as.vector(share))
      tell(paste(name, "low", r, c, sep = "/"), attr(share, "ci")[1])
      tell(paste(name, "high", r, c, sep = "/"), attr(share, "ci")[2])
    }
  }
}
crossed("q_sex", "q", "sex")
crossed("q_age", "q", "age")
crossed("q_sex_20s", "q", "sex", subset(design, age == "20s"))
crossed("sex_net", "sex", "use_net")

for (flag in flags) for (s in levels(answers$sex)) {
  column <- subset(design, !is.na(answers[[flag]]) & answers$sex == s)
  column <- update(column, yes = column$variables[[flag]] == 1)
  share <- svyciprop(~yes, column, method = "logit", df = degf(column))
  tell(paste("multiple/share", flag, s, sep = "/"), as.vector(share))
  tell(paste("multiple/low", flag, s, sep = "/"), attr(share, "ci")[1])
  tell(paste("multiple/high", flag, s, sep = "/"), attr(share, "ci")[2])
}

for (s in levels(answers$sex)) {
  column <- subset(design, sex == s)
  tell(paste("scale/mean", s, sep = "/"), coef(svymean(~scale, column)))
  tell(paste("scale/se", s, sep = "/"), SE(svymean(~scale, column)))
}

# raking: sex and age, from equal weights to convergence
start <- svydesign(ids = ~1, weights = rep(1, nrow(answers)), data = answers)
raked <- rake(start, list(~sex, ~age),
  list(data.frame(sex = c("m", "f"), Freq = c(117, 123)),
       data.frame(age = c("10s", "20s", "40s", "60s"), Freq = c(30, 50, 80, 80))),
  control = list(maxit = 1000, epsilon = 1e-12))
for (s in levels(answers$sex)) for (a in levels(answers$age)) {
  cell <- weights(raked)[answers$sex == s & answers$age == a]
  tell(paste("raked", s, a, sep = "/"), cell[1])
}
fit <- svytable(~ q + sex, raked)
for (r in rownames(fit)) for (c in colnames(fit)) tell(paste("raked_q_sex/weighted", r, c, sep = "/"), fit[r, c])
