-- purpose: the discrepancy register with the documents it quotes
-- grain: one row per discrepancy
-- params: $internal (whether entries kept internal are among them)
-- returns: discrepancy_id, topic, title_ja, title_en, claim_a_ja, claim_a_en, document_a_ja, document_a_en, section_a_ja, section_a_en, claim_b_ja, claim_b_en, document_b_ja, document_b_en, section_b_ja, section_b_en, arithmetic_ja, arithmetic_en, handling_ja, handling_en, status, reply_ja, internal
select
    register.discrepancy_id, register.topic, register.title_ja, register.title_en, register.claim_a_ja, register.claim_a_en,
    a.title_ja as document_a_ja, a.title_en as document_a_en, section_of_a.heading_ja as section_a_ja, section_of_a.heading_en as section_a_en,
    register.claim_b_ja, register.claim_b_en, b.title_ja as document_b_ja, b.title_en as document_b_en,
    section_of_b.heading_ja as section_b_ja, section_of_b.heading_en as section_b_en,
    register.arithmetic_ja, register.arithmetic_en, register.handling_ja, register.handling_en, register.status,
    register.reply_ja, register.internal
from discrepancies as register
join documents as a on a.document_id = register.document_a
join sections as section_of_a on section_of_a.document_id = register.document_a and section_of_a.section_id = register.section_a
left join documents as b on b.document_id = register.document_b
left join sections as section_of_b on section_of_b.document_id = register.document_b and section_of_b.section_id = register.section_b
where $internal or not register.internal
order by register.discrepancy_id
