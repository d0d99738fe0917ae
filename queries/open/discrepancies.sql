-- purpose: where documents differ, the arithmetic, and our handling; entries kept internal are left out
-- grain: one row per entry of the register
-- params: none
-- returns: discrepancy_id, topic, title_ja, title_en, claim_a_ja, claim_a_en, document_a, section_a, claim_b_ja, claim_b_en, document_b, section_b, arithmetic_ja, arithmetic_en, handling_ja, handling_en, status, reply_ja
select
    discrepancy_id, topic, title_ja, title_en, claim_a_ja, claim_a_en, document_a, section_a, claim_b_ja, claim_b_en,
    document_b, section_b, arithmetic_ja, arithmetic_en, handling_ja, handling_en, status, reply_ja
from discrepancies
where not internal
order by discrepancy_id
