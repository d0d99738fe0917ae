-- purpose: what each project is judged to practise, serve or answer, with the reason
-- grain: one row per project, kind and target
-- params: none
-- returns: number, kind, target, label_ja, label_en (null for an action), reason_ja, reason_en
select
    links.number, links.kind, links.target, coalesce(metrics.title_ja, needs.label_ja) as label_ja,
    coalesce(metrics.title_en, needs.label_en) as label_en, links.reason_ja, links.reason_en
from project_links as links
left join metrics on links.kind = 'kpi' and metrics.metric_id = links.target
left join needs on links.kind = 'need' and needs.need_id = links.target
order by links.number, links.kind, metrics.kpi_order, links.target
