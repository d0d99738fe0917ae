-- purpose: どの発言も実在する場とテーマを指し、どの場・テーマにも発言がある | every remark names an occasion and a theme that exist, and every occasion and theme has a remark
-- grain: one row per remark, occasion or theme that does not
-- params: none
-- returns: place, found
select voice_id as place, 'no theme ' || theme_id as found
from voices where theme_id not in (select theme_id from themes)
union all
select voice_id, 'no occasion ' || occasion_id
from voices
where not exists (
    select 1 from occasions where occasions.document_id = voices.document_id and occasions.occasion_id = voices.occasion_id)
union all
select occasion_id, 'occasion without remarks'
from occasions
where not exists (
    select 1 from voices where voices.document_id = occasions.document_id and voices.occasion_id = occasions.occasion_id)
union all
select theme_id, 'theme without remarks' from themes where theme_id not in (select theme_id from voices)
